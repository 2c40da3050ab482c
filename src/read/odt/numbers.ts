// The numbers of lists and headings of an OpenDocument text, as an office program shows them. Each list style counts by
// itself, and a list that is not continued starts afresh.
import { type Level, numeral } from './styles.ts'

export interface Counter {
  /** The label of the next item of a level, from 1. */
  next(level: number, levels: ReadonlyMap<number, Level>, start?: number): string
}

/** Counts of one list. */
export function createCounter(): Counter {
  const counts: number[] = []
  return {
    next(level, levels, start) {
      const own = levels.get(level)
      counts.length = Math.min(counts.length, level)
      for (let at = 0; at < level; at++) counts[at] ??= at + 1 === level ? (own?.start ?? 1) - 1 : (levels.get(at + 1)?.start ?? 1)
      counts[level - 1] = start ?? (counts[level - 1] ?? 0) + 1
      if (own === undefined || own.format === '') return ''
      if (own.format === '•') return '•'
      const first = Math.max(1, level - own.shown + 1)
      const parts = counts.slice(first - 1, level).map((count, at) => numeral(count, levels.get(first + at)?.format ?? '1'))
      return `${own.prefix}${parts.filter(part => part !== '').join('.')}${own.suffix}`.trim()
    },
  }
}
