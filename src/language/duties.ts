// The phrases of grammar.ts, softening.ts, hedging.ts and turning.ts compiled. The build does this once and puts the outcome in the place of this file, so that no
// program that is started compiles them again; run from its sources, it does.
import { type CompactLexicon, compact } from './compact.ts'
import { operators } from './grammar.ts'
import { hedges } from './hedging.ts'
import { limits, negators, tiers } from './turning.ts'

/** The verb groups that open a clause. */
export const clauseWords: CompactLexicon = compact(operators)

/** The words that turn, soften, limit or condition what a clause says. */
export const turningWords: CompactLexicon = compact([...negators, ...hedges, ...limits, ...tiers])
