// Remarks, doubt and hidden words: what stands beside a verdict.
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'
import { pack } from './weighing.ts'

const read = (text: string): Manuscript => readText(new TextEncoder().encode(text), 'a.txt', { sha256: '', format: 'text' })

function finding(requirement: string, manuscript: Manuscript) {
  const found = check(parse([manuscript]), pack).findings.find(f => f.requirement === requirement)
  if (found === undefined) throw new Error(`no ${requirement}`)
  return found
}

const codes = (requirement: string, text: string): string[] => finding(requirement, read(text)).remarks.map(r => r.code)

describe('remarks', () => {
  test.each([
    ['The Customer shall be notified of any incident within 24 hours.', ['nobody-named']],
    ['Provider shall notify the Customer of any incident within 24 hours after becoming aware of it.', ['clock-start']],
    ['Provider shall notify the Customer of any incident within 24 hours, which is the sole remedy.', ['sole-remedy']],
    ['Provider shall notify the Customer of any incident within 24 hours as Section 99 says.', ['dangling-reference']],
    ['Provider shall notify the Customer of any incident within 24 hours.', []],
  ])('%s', (text, wanted) => {
    expect(codes('notify', text)).toEqual(wanted)
  })
})

describe('confidence', () => {
  test('a plain promise is surer than two that disagree', () => {
    const plain = finding('notify', read('Provider shall notify the Customer of any incident within 24 hours.'))
    const torn = finding(
      'notify',
      read(
        '1. Provider shall notify the Customer of any incident within 24 hours.\n\n2. Provider is not obliged to notify the Customer of any incident.',
      ),
    )
    expect(plain.confidence).toBeGreaterThan(torn.confidence)
    expect(plain.review).toBe(false)
  })
})

test('hidden words never bind', () => {
  const seen = read('Provider shall notify the Customer of any incident within 24 hours.')
  const [block] = seen.blocks
  if (block === undefined) throw new Error('one block')
  const hidden = { ...seen, blocks: [{ ...block, hidden: [{ span: block.span, how: 'background-colour' as const }] }] }
  expect(finding('notify', seen).verdict).toBe('met')
  expect(finding('notify', hidden).verdict).toBe('missing')
})
