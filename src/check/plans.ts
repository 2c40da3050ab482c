// A table of plans: what has a dash under one plan and a tick under another is promised to those who buy the other.
import { slice } from '../domain/span.ts'
import type { Match } from '../language/lexicon.ts'
import type { Candidate } from './locate.ts'

const absent = /^(?:[-\u2013\u2014\u2715\u2717\u2718x]|no|none|n\/a|not (?:included|available|offered)|unavailable)\.?$/i
const present = /^(?:[\u2713\u2714\u2022\u25cf]|(?:yes|included|available|standard)\b)/i

/** The cell that says so, where a row gives a thing under one heading and not under another; its words in the table's row. */
export function planOf({ read: { provision, text, tokens } }: Candidate): Match | undefined {
  const { columns, cells } = provision
  if (columns === undefined || cells === undefined || cells.length < 3) return undefined
  const values = cells.slice(1).map(cell => ({ cell, words: slice(text, cell).trim() }))
  const given = values.find(({ words }) => present.test(words))
  if (given === undefined || !values.some(({ words }) => absent.test(words)) || !values.every(({ words }) => words.length < 40))
    return undefined
  const from = tokens.findIndex(token => token.start >= given.cell.start)
  const to = tokens.findLastIndex(token => token.end <= given.cell.end) + 1
  return from >= 0 && to > from ? { from, to } : undefined
}
