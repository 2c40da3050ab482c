// Why a requirement was judged so: the change that is proposed for each fault, and that none is claimed which was not tried.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { withWords } from '../src/domain/edited.ts'
import { readText } from '../src/read/text.ts'
import { explainFinding } from '../src/why.ts'
import { contractOf, pack, verdict } from './check/weighing.ts'

function why(text: string, id: string) {
  const explanation = explainFinding(contractOf(text), pack, id)
  if (explanation === undefined) throw new Error(`the small pack has no ${id}`)
  return explanation
}

/** The text with the change made, or a word for there being none. */
function changed(text: string, id: string): string {
  const { change } = why(text, id)
  if (change === undefined || !change.verified) return change === undefined ? 'nothing to change' : 'no change found'
  return [...change.edits]
    .sort((a, b) => b.start - a.start)
    .reduce((words, e) => words.slice(0, e.start) + e.becomes + words.slice(e.end), text)
}

describe('the smallest change', () => {
  test.each([
    ['log', 'Provider may log requests.', 'Provider shall log requests.'],
    ['log', 'Provider should log requests.', 'Provider shall log requests.'],
    ['log', 'Provider shall use reasonable efforts to log requests.', 'Provider shall log requests.'],
    ['log', 'Requests should be logged.', 'Requests shall be logged.'],
    ['log', 'Provider shall, where practicable, log requests.', 'Provider shall log requests.'],
    ['log', 'Provider shall log requests where practicable.', 'Provider shall log requests.'],
    ['log', 'Upon request, Provider shall log requests.', 'Provider shall log requests.'],
    ['log', 'Provider shall log requests, except those of batch jobs.', 'Provider shall log requests.'],
    ['log', 'Customer shall log requests, and shall pay Provider.', 'Provider shall log requests, and shall pay Provider.'],
    ['log', 'Provider need not log requests.', 'Provider shall log requests.'],
    ['copy', 'Customer may copy the weights.', 'Customer shall not copy the weights.'],
    ['audit', 'Customer may not audit the logs.', 'Customer may audit the logs.'],
    ['keep', 'Provider shall keep the logs for 30 days.', 'Provider shall keep the logs for 90 days.'],
    ['keep', 'Provider shall keep the logs.', 'Provider shall keep the logs for at least 90 days.'],
    ['keep', 'Provider shall keep the logs for [X] days.', 'Provider shall keep the logs for 90 days.'],
    ['notify', 'Provider shall notify Customer of an incident.', 'Provider shall notify Customer of an incident within 48 hours.'],
    ['log', 'Provider shall log requests.', 'nothing to change'],
  ])('%s: %s', (id, text, wanted) => expect(changed(text, id)).toBe(wanted))

  test('what is verified is met when the whole is read again', () => {
    for (const text of ['Provider may log requests.', 'Provider shall keep the logs for 30 days.', 'Customer shall log requests.'])
      for (const id of ['log', 'keep']) {
        const made = changed(text, id)
        if (!made.startsWith('no')) expect(verdict(made, id)).toBe('met')
      }
  })

  test('where none is seen to do, none is claimed', () => {
    const { change } = why('Provider shall encrypt the weights.', 'seal')
    expect(change?.verified).toBe(false)
  })
})

describe('what was looked at', () => {
  const text = [
    'RECITALS\n\n(A) Provider wishes to log requests.',
    '1. LOGS',
    '1.1 Provider may log requests.',
    '1.2 Provider shall pay taxes.',
    '1.3 Where requests are logged, Customer shall pay a fee.',
  ].join('\n\n')
  const { passages, limbs, searched } = why(text, 'log')

  test('what decides stands first, with its parse', () => {
    const [first] = passages
    expect(first).toMatchObject({ standing: 'decides', passage: { section: '1.1' } })
    expect(first?.readings[0]).toMatchObject({ who: 'provider', operator: 'may', firmly: 'may', comes: 'promise' })
    expect(limbs).toEqual([{ name: 'it', given: true }])
  })

  test('what does not count says why', () =>
    expect(passages.slice(1).map(({ standing, because }) => `${standing} ${because}`)).toContain('not recital'))

  test('quotes are the words at their places', () => {
    for (const { passage } of passages) expect(passage.quote).toBe(text.slice(passage.start, passage.end))
    expect(searched).toBeGreaterThan(2)
  })

  test('where nothing was found, what comes nearest', () => {
    const nearest = why('1. Provider shall pay taxes on time.', 'log').passages
    expect(nearest.every(({ standing }) => standing === 'not')).toBe(true)
  })

  test('a requirement that the pack has not', () => expect(explainFinding(contractOf('A.'), pack, 'no.such')).toBeUndefined())
})

test('a manuscript with other words in it points to the same words as before', () => {
  const words = fc.array(fc.constantFrom('Provider', 'shall', 'log', '1.', 'requests.', '\n\n', 'a | b'), { minLength: 3, maxLength: 30 })
  fc.assert(
    fc.property(words, fc.nat(), fc.nat({ max: 6 }), fc.constantFrom('', 'new', 'much longer words'), (parts, from, length, put) => {
      const before = readText(new TextEncoder().encode(parts.join(' ')), 'c.txt', { sha256: '', format: 'text' })
      const start = from % (before.text.length + 1)
      const span = { start, end: Math.min(before.text.length, start + length) }
      const after = withWords(before, span, put)
      expect(after.text).toBe(before.text.slice(0, span.start) + put + before.text.slice(span.end))
      before.blocks.forEach((block, at) => {
        const moved = after.blocks[at]?.span ?? { start: -1, end: -1 }
        if (block.span.end < span.start || block.span.start > span.end)
          expect(after.text.slice(moved.start, moved.end)).toBe(before.text.slice(block.span.start, block.span.end))
        expect(moved.start <= moved.end && moved.end <= after.text.length).toBe(true)
      })
    }),
  )
})
