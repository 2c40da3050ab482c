// A gap that somebody answers for until a day: who owns it, who approved it, why, and which words were accepted.
// Where waivers are kept and how they are matched is the business of src/waivers.

export interface Waiver {
  readonly requirement: string
  /** File name or glob of the contract, or the SHA-256 of its bytes in lower-case hex. */
  readonly contract: string
  /** Of the verdict and the words accepted; where they change, the waiver lapses. */
  readonly fingerprint: string
  readonly owner: string
  readonly approver: string
  readonly reason: string
  /** UTC dates, `2026-11-23`; it holds to the end of the day it expires. */
  readonly opened: string
  readonly expires: string
  readonly ticket?: string
}

/** Longest time a waiver may run where nothing else is set, in days. */
export const longestTerm = 366

/** Why a waiver that stands in the file does not hold. */
export type Lapse = 'expired' | 'not-yet' | 'words-changed' | 'met' | 'unused'

/** What became of a waiver in one check. */
export interface WaiverUse {
  readonly waiver: Waiver
  /** Absent where it holds. */
  readonly lapse?: Lapse
  /** It holds, but for no more than thirty days. */
  readonly soon: boolean
}

/** Whether a waiver was approved by who owns it, as far as their names tell: "Jane Roe, Legal", "jane.roe@example.org". */
export function isOnePerson({ owner, approver }: Pick<Waiver, 'owner' | 'approver'>): boolean {
  const [one, other] = [plain(owner), plain(approver)]
  if (one === other) return true
  if (one.includes('@') && other.includes('@')) return false
  const name = nameIn(one)
  return name.includes(' ') && name === nameIn(other)
}

function plain(text: string): string {
  return text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim()
}

/** What stands before the office, the department or the address; of an address alone its first part. */
function nameIn(text: string): string {
  return (text.split(/[,(<@]/)[0] ?? '').replace(/[^\p{L}\p{N}]+/gu, ' ').trim()
}
