// What was learnt of how wordings and verdicts go together, as rows of bytes: so it lies in a file and is read in no time. How
// it is learnt and what it tells is check/'s.

/** Weights of words towards some outcomes. Of a word only a hash is kept, which names its row. */
export interface WordTable {
  /** What they speak for. */
  readonly outcomes: readonly string[]
  /** By outcome what stands where no word speaks, in tenths of log odds. */
  readonly bias: readonly number[]
  /** How many rows there are, a power of two. Each has a byte for how rare its words are, in tenths, and a signed one for each outcome. */
  readonly rows: number
}

/** Which verdict the words of a passage suggest for a requirement, and of those that fall short, in what. */
export interface Impressions {
  /** The ids of the requirements whose verdicts were learnt. */
  readonly requirements: readonly string[]
  readonly verdicts: WordTable
  readonly reasons: WordTable
  /** The rows of both tables, those of the verdicts first. */
  readonly bytes: Uint8Array
}

/** How long the rows of a table are, in bytes. */
export function widthOf({ outcomes }: WordTable): number {
  return 1 + outcomes.length
}
