// Passages in words that no rule has, found by what was learnt of them: what they come to is read from their grammar.
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { RulePack } from '../../src/domain/requirement.ts'
import { packWeights } from '../../src/domain/word-weights.ts'
import { contractOf, pack } from './weighing.ts'

const words = packWeights({ transcript: [0, 60], takeawai: [1, 60], stack: [2, 60], rummag: [3, 60] })
const learnt: RulePack = {
  ...pack,
  relevance: { requirements: ['log', 'copy', 'seal', 'audit'], bias: [-30, -30, -30, -30], words },
}

const said = (text: string, id: string): string => {
  const finding = check(contractOf(text), learnt).findings.find(({ requirement }) => requirement === id)
  return [finding?.verdict, ...(finding?.reasons ?? []).map(({ code }) => code)].join(' ')
}

test.each([
  ['a duty promises, and never all of it', 'log', 'The Provider shall write a transcript of whatever anybody says.', 'partial element'],
  ['what is refused', 'log', 'The Provider shall not be required to write a transcript of anything.', 'conflict'],
  ['a practice of not doing it', 'log', 'The Provider does not write a transcript before the Model is called.', 'conflict'],
  [
    'a ban of something else, where a duty is asked',
    'log',
    'The Provider shall not sell a transcript of whatever anybody says.',
    'missing',
  ],
  ['mere leave', 'log', 'The Provider may write a transcript of whatever anybody says.', 'partial soft'],
  ['a ban, where a ban is asked', 'copy', 'Nobody shall be served a takeaway of what the machine has learnt.', 'partial element'],
  ['leave, where a ban is asked', 'copy', 'The Provider may serve anybody a takeaway of what it has learnt.', 'conflict'],
  [
    'one of several elements is not told from another',
    'seal',
    'The Provider shall stack whatever it holds in a strongroom.',
    'partial element',
  ],
  [
    'leave of the other party, where that is asked',
    'audit',
    'The Customer may rummage through whatever the Provider holds.',
    'partial element',
  ],
  ['only in a condition', 'log', 'If the Provider should write a transcript, fees fall due.', 'missing'],
  ['too few words to say anything', 'log', 'Transcript of calls.', 'missing'],
  ['words that are not telling enough', 'log', 'The Provider shall write down whatever anybody says to it.', 'missing'],
])('%s', (_, id, text, verdict) => expect(said(text, id)).toBe(verdict))

test('where a rule finds a promise, nothing else is looked for', () => {
  const text = 'The Provider shall log each request.\n\nThe Provider shall not be required to write a transcript of anything.'
  expect(said(text, 'log')).toBe('met')
})
