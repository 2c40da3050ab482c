// Clause numbers as an engine sees them: the dot of "7.3" is lost ("73") or taken for another sign ("11:2", "1,"). Where the number
// that the count of clauses wants stands there but for its dot, it is that number.
import type { OcrLine } from './recognise.ts'

/** The clause that was counted last. */
interface Count {
  readonly clause: number
  readonly sub: number
}

/** The lines with such numbers put right. */
export function withNumbers(lines: readonly OcrLine[]): readonly OcrLine[] {
  let count: Count = { clause: 0, sub: 0 }
  return lines.map(line => {
    const [first, next] = line.words
    if (first === undefined || next === undefined || !/^[“"‘'(]?\p{Lu}/u.test(next.text)) return line
    const text = mended(first.text, count)
    count = countedBy(text) ?? count
    return text === first.text ? line : { ...line, words: [{ ...first, text }, ...line.words.slice(1)] }
  })
}

function mended(word: string, { clause, sub }: Count): string {
  const figures = word.replace(/[.,:;]/g, '')
  if (!/^\d{1,4}$/.test(figures) || /^\d{1,2}\.(?:\d{1,2}\.?)?$/.test(word)) return word
  const wanted = [`${clause}.${sub + 1}`, `${clause + 1}.1`, ...(/[.,:;]$/.test(word) ? [`${clause + 1}.`] : [])]
  const likely = wanted.find(one => one.replace('.', '') === figures && clause > 0) ?? (word === '1,' && clause === 0 ? '1.' : undefined)
  return likely ?? word
}

function countedBy(word: string): Count | undefined {
  const [, clause, sub] = /^(\d{1,2})\.?(?:(?<=\.)(\d{1,2})\.?)?$/.exec(word) ?? []
  return clause === undefined ? undefined : { clause: Number(clause), sub: Number(sub ?? 0) }
}
