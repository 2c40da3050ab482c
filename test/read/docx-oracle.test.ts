// A second opinion on every DOCX fixture: mammoth, an independent reader, may find no word that we lose.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import mammoth from 'mammoth'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import { readDocx } from '../../src/read/docx/docx.ts'

const root = new URL('../../fixtures', import.meta.url).pathname
const fixtures = readdirSync(root, { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.docx'))
  .sort()

/** Words with all marks that readers write differently taken alike. */
function countWords(text: string): Map<string, number> {
  const counts = new Map<string, number>()
  const plain = text.replaceAll('\u00ad', '').replaceAll('\u2011', '-').replaceAll('\u00a0', ' ')
  for (const word of plain.split(/[\s|]+/)) if (word !== '') counts.set(word, (counts.get(word) ?? 0) + 1)
  return counts
}

function lostWords(theirs: string, ours: string): string[] {
  const found = countWords(ours)
  return [...countWords(theirs)].filter(([word, count]) => (found.get(word) ?? 0) < count).map(([word]) => word)
}

it('there are fixtures to hold against it', () => {
  expect(fixtures.length).toBeGreaterThan(0)
})

it('a lost word would be found', () => {
  expect(lostWords('within 48 hours and 48 days', 'within 48 hours and days')).toEqual(['48'])
})

describe.each(fixtures)('%s', name => {
  const bytes = readFileSync(join(root, name))
  let manuscript: Manuscript
  beforeAll(() => {
    manuscript = readDocx(bytes, name, { sha256: '' })
  })

  it('loses no word that mammoth finds', async () => {
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    expect(lostWords(value, manuscript.text)).toEqual([])
  })

  it('has blocks that cover its text, each followed by one line feed', () => {
    let at = 0
    for (const { span, cells = [], hidden = [], revisions = [] } of manuscript.blocks) {
      expect(span.start).toBe(at)
      expect(manuscript.text.slice(span.start, span.end)).not.toContain('\n')
      for (const inner of [...hidden, ...revisions]) {
        expect(inner.span.start).toBeGreaterThanOrEqual(span.start)
        expect(inner.span.end).toBeLessThanOrEqual(span.end)
      }
      for (const cell of cells) expect(cell.end).toBeLessThanOrEqual(span.end)
      at = span.end + 1
    }
    expect(manuscript.text.length).toBe(at)
  })
})
