// A Word document and the PDF printed from it are one contract: the same words in the same order, the same outline. Verdicts
// are held against both by fixtures.test.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import { parse } from '../../src/parse/parse.ts'
import { readManuscript } from '../../src/read/read.ts'

const root = new URL('../../fixtures', import.meta.url).pathname
const names = readdirSync(root).filter(name => readdirSync(join(root, name)).includes(`${name}.pdf`))
/** Of the words, at least as many must stand in the same order. */
const least = 0.995

const read = (name: string, format: string): Promise<Manuscript> =>
  readManuscript({ name, bytes: readFileSync(join(root, name, `${name}.${format}`)) })

/** Words of the running text with the numbers that a person sees; running lines and notes have their own places. */
function wordsOf({ text, blocks }: Manuscript): string[] {
  const running = blocks.filter(({ kind }) => kind === 'heading' || kind === 'paragraph' || kind === 'row')
  return running
    .flatMap(({ span, label = '' }) => `${label} ${text.slice(span.start, span.end)}`.split(/[\s|•]+/))
    .filter(word => word !== '')
}

/** How many words stand in both in the same order: steps along both until one word is found again a little further on. */
function inOrder(left: readonly string[], right: readonly string[]): number {
  let [same, at, other] = [0, 0, 0]
  while (at < left.length && other < right.length) {
    const ahead = right.indexOf(left[at] as string, other)
    const skip = ahead - other
    const behind = left.indexOf(right[other] as string, at) - at
    if (skip === 0) [same, at, other] = [same + 1, at + 1, other + 1]
    else if (skip > 0 && (behind <= 0 || skip <= behind)) other += skip
    else at += 1
  }
  return same
}

it('the measure counts what is out of order', () => {
  const words = 'a b c d e f'.split(' ')
  expect([inOrder(words, words), inOrder(words, 'a x b c e f'.split(' ')), inOrder(words, 'd e f a b c'.split(' '))]).toEqual([6, 5, 3])
})

describe.each(names)('%s', name => {
  it('has the same words and the same clause numbers in both', async () => {
    const [docx, pdf] = [await read(name, 'docx'), await read(name, 'pdf')]
    const [left, right] = [wordsOf(docx), wordsOf(pdf)]
    expect(left.length).toBeGreaterThan(1000)
    expect(inOrder(left, right) / Math.max(left.length, right.length)).toBeGreaterThanOrEqual(least)
    const numbersOf = (manuscript: Manuscript) => parse([manuscript]).sections.map(({ number }) => number)
    expect(numbersOf(pdf)).toEqual(numbersOf(docx))
  })
})
