// Short views of what a reader made of a flowing format, for tables of cases.
import type { Manuscript } from '../../src/domain/manuscript.ts'

/** "kind level label|words" of each block, cells parted by " / "; hidden words and changes follow in brackets. */
export function blocksOf({ text, blocks }: Manuscript): string[] {
  const words = ({ start, end }: { start: number; end: number }): string => text.slice(start, end)
  return blocks.map(({ kind, level, label, span, cells, hidden = [], revisions = [] }) => {
    const head = [kind, level, label].filter(part => part !== undefined).join(' ')
    const aside = [
      ...hidden.map(one => `${one.how}: ${words(one.span)}`),
      ...revisions.map(one => [one.kind, one.author, one.words].filter(part => part !== '').join(' ')),
    ]
    return `${head}|${cells === undefined ? words(span) : cells.map(words).join(' / ')}${aside.map(one => ` [${one}]`).join('')}`
  })
}
