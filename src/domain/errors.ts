// Errors that a user can mend. Anything else that is thrown is a bug of ours.

/** Exit codes; they never change meaning. */
export const exitCodes = { pass: 0, gaps: 1, usage: 2, unread: 3, bug: 4 } as const

/** Something wrong with what we were given: what happened, where, and what to do. */
export class UserError extends Error {
  readonly kind: 'usage' | 'unreadable'
  /** A file, or `file:line:column`. */
  readonly where: string
  readonly remedy: string

  constructor(kind: 'usage' | 'unreadable', where: string, what: string, remedy: string) {
    super(what)
    this.name = 'UserError'
    this.kind = kind
    this.where = where
    this.remedy = remedy
  }
}
