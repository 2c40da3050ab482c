// A contract for which there is no report: what was wrong with it, as data for the JSON of a run.

export interface Failure {
  readonly document: string
  readonly kind: 'usage' | 'unreadable' | 'bug'
  readonly message: string
  readonly remedy: string
}
