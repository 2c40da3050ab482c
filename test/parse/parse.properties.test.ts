// What holds for every contract, however odd: places lie in their documents, sections nest, and no word of
// the agreement is lost between provisions and headings.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Contract } from '../../src/domain/contract.ts'
import { contains, type Span } from '../../src/domain/span.ts'
import { parse } from '../../src/parse/parse.ts'
import { manuscript } from './reading.ts'

const line = fc.constantFrom(
  '',
  '',
  '',
  '# Services Agreement',
  '## 4. Hosting',
  '## RECITALS',
  'ANNEX B – LEVELS',
  'EXHIBIT A',
  'ARTICLE IV',
  '4.1 The Host shall:',
  '4.1.2 Encryption. The Host shall encrypt.',
  '7. The Host shall log calls',
  '(a) log calls; and',
  '(i) seal logs:',
  '(ii) with a hash (see Annex B).',
  '(iv) The Client pays. It pays within 30 days.',
  'A. WHEREAS the Host hosts;',
  'in each case within 48 hours.',
  '- a bullet, (a) one, and (b) two',
  '"Log" means a record (the "Record"): one; two; three.',
  '[Note to draft: check.]',
  'Reserved.',
  'Item 4 | Patch time | 14 days',
  '| Matter | Figure |',
  '|---|---|',
  '| Notice | 48 h. The Host shall tell the Client. |',
  'REQ-1 The system SHALL log. REQ-2 It SHALL seal.',
  'between Acme Ltd, a company ("Host") and Elm plc ("Client")',
)

const texts = fc.array(line, { maxLength: 25 }).map(lines => lines.join('\n'))

function read(text: string): Contract {
  return parse([manuscript(text, 'markdown'), manuscript(text)])
}

const holds = (text: string, check: (read: Contract) => void): void => check(read(text))

test('every place lies in its document', () => {
  fc.assert(
    fc.property(texts, text =>
      holds(text, ({ documents, provisions, terms, references }) => {
        const ends = documents.map(document => document.text.length)
        const lies = (document: number, span: Span): void => {
          expect(span.start).toBeGreaterThanOrEqual(0)
          expect(span.end).toBeGreaterThanOrEqual(span.start)
          expect(span.end).toBeLessThanOrEqual(ends[document] ?? -1)
        }
        for (const one of provisions)
          for (const span of [one.span, ...one.leadIns, ...(one.cells ?? []), ...(one.columns ?? []), one.closing ?? one.span])
            lies(one.document, span)
        for (const { place, meaning } of terms) for (const span of [place, meaning]) lies(span.document, span)
        for (const { place } of references) lies(place.document, place)
      }),
    ),
  )
})

test('ids are indexes, parents come first, and sections nest', () => {
  fc.assert(
    fc.property(texts, text =>
      holds(text, ({ sections, provisions }) => {
        for (const [index, section] of sections.entries()) {
          const parent = sections[section.parent ?? -1]
          expect(section.id).toBe(index)
          expect(section.depth).toBe(parent === undefined ? 0 : parent.depth + 1)
          expect(section.parent ?? -1).toBeLessThan(index)
          if (parent !== undefined) expect(contains(parent.span, section.span)).toBe(true)
        }
        for (const [index, provision] of provisions.entries()) {
          expect(provision.id).toBe(index)
          expect(sections[provision.section]?.document).toBe(provision.document)
          if (provision.columns !== undefined) expect(provision.columns.length).toBe(provision.cells?.length)
        }
      }),
    ),
  )
})

test('no word is lost', () => {
  fc.assert(
    fc.property(texts, text =>
      holds(text, ({ documents, sections, provisions }) => {
        for (const [document, { blocks, text: whole }] of documents.entries()) {
          const held = new Uint8Array(whole.length)
          const hold = (span: Span | undefined): unknown => span && held.fill(1, span.start, span.end)
          for (const one of provisions)
            if (one.document === document) for (const span of [one.span, ...one.leadIns, ...(one.columns ?? []), one.closing]) hold(span)
          for (const one of sections) if (one.document === document) hold(one.heading)
          for (const { span, kind } of blocks) {
            if (kind === 'header') continue
            const lost = [...whole.slice(span.start, span.end)].filter((mark, at) => held[span.start + at] === 0 && /\p{L}/u.test(mark))
            // All that may be lost is a label inside a block: "REQ-2", "(a)".
            expect(lost.join('').replaceAll('REQ', '').length).toBeLessThan(3)
          }
        }
      }),
    ),
  )
})
