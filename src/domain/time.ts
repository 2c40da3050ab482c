// How long the judging of a contract may take, and what stops it then.

/** The time that a contract may take. */
export interface Time {
  /** Whether it is over. */
  readonly isOver: () => boolean
  /** Does what it is given; false where that went on when time was over, and was stopped. */
  readonly held?: (run: () => void) => boolean
}
