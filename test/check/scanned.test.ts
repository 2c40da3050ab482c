// Figures on pages that were read by OCR: what they can no longer prove, and what they still can.
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { pagesByOcr } from '../../src/domain/manuscript.ts'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'
import { pack } from './weighing.ts'

/** The verdict where each paragraph stands on a page of its own, of which some were read by OCR. */
function findingOn(ocr: readonly number[], text: string, id: string) {
  const plain = readText(new TextEncoder().encode(text), 'c.pdf', { sha256: '', format: 'text' })
  const pages = plain.blocks.map((_, at) => ({
    number: at + 1,
    characters: 9,
    readable: true,
    ...(ocr.includes(at + 1) ? { ocr: 95 } : {}),
  }))
  const paged = { ...plain, pages, blocks: plain.blocks.map((block, at) => ({ ...block, page: at + 1 })) }
  return check(parse([paged], {}), pack).findings.find(({ requirement }) => requirement === id)
}

const bare = 'Provider shall notify Customer of any incident within 24 hours.'

test.each([
  ['a bare figure', 'notify', bare, 'unread'],
  ['a figure that its words bear out', 'notify', 'Provider shall notify Customer of any incident within twenty-four (24) hours.', 'met'],
  [
    'words that disagree with their figure',
    'notify',
    'Provider shall notify Customer of any incident within twenty-four (72) hours.',
    'partial',
  ],
  ['a number of another thing', 'notify', 'Provider shall notify Customer of any incident (24) hours (1) within 24 hours.', 'unread'],
  ['figures in words', 'notify', 'Provider shall notify Customer of any incident within two hours.', 'met'],
  ['no figure', 'notify', 'Provider shall notify Customer immediately of any incident.', 'met'],
  ['a figure that falls short anyhow', 'notify', 'Provider shall notify Customer of any incident within 72 hours.', 'partial'],
  ['a figure in the lead-in', 'notify', 'Within 24 hours Provider shall:\n\n(a) notify Customer of any incident;\n\n(b) help.', 'unread'],
  ['a requirement without figures', 'log', 'Provider shall log 100 % of requests.', 'met'],
])('%s on a page read by OCR', (_, id, text, verdict) => {
  const count = text.split('\n\n').length
  const all = Array.from({ length: count }, (_, at) => at + 1)
  expect(findingOn(all, text, id)?.verdict).toBe(verdict)
  expect(findingOn([], text, id)?.verdict).toBe(verdict === 'unread' ? 'met' : verdict)
})

test('a figure on a page with text of its own is as good as ever', () => {
  const text = `The parties are named above.\n\n${bare}`
  expect(findingOn([1], text, 'notify')?.verdict).toBe('met')
  expect(findingOn([2], text, 'notify')).toMatchObject({ verdict: 'unread', uncertain: true, evidence: [] })
})

test('nor does a figure in the layer of a scanner suffice', () => {
  const plain = readText(new TextEncoder().encode(bare), 'c.pdf', { sha256: '', format: 'text' })
  const pages = [{ number: 1, characters: 9, readable: true, layer: true as const }]
  const paged = { ...plain, pages, blocks: plain.blocks.map(block => ({ ...block, page: 1 })) }
  expect(check(parse([paged], {}), pack).findings.find(({ requirement }) => requirement === 'notify')?.verdict).toBe('unread')
})

test('page, clause and words are told', () => {
  const finding = findingOn([1], `7.2 ${bare}`, 'notify')
  const said = finding?.verdict === 'unread' ? finding.unread.join() : ''
  expect(said).toContain('page 1, clause 7.2 was read by OCR')
  expect(said).toContain(`"${bare}"`)
})

test.each([
  [0, 5, [1]],
  [0, 25, [1, 3]],
  [12, 18, []],
  [12, 25, [3]],
  [22, 25, [3]],
])('pages by OCR from %i to %i', (start, end, wanted) => {
  const pages = [1, 2, 3].map(number => ({ number, characters: 9, readable: true, ...(number === 2 ? {} : { ocr: 90 }) }))
  const blocks = [
    { kind: 'paragraph' as const, span: { start: 0, end: 10 }, page: 1 },
    { kind: 'paragraph' as const, span: { start: 11, end: 30 }, page: 2, pageBreaks: [{ at: 20, page: 3 }] },
  ]
  expect(pagesByOcr({ blocks, pages }, start, end)).toEqual(wanted)
})
