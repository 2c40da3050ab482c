// Who must do what, how firmly, and with what exception: the reading of one clause of a sentence.
import type { Role } from './contract.ts'

/**
 * How firmly a clause binds.
 * must: shall, undertakes; must-not: shall not; fact: "is encrypted"; fact-not: "does not log";
 * may: is permitted; soft: should, aims to, reasonable efforts; refuses: is not obliged to.
 */
export type Force = 'must' | 'must-not' | 'fact' | 'fact-not' | 'may' | 'soft' | 'refuses'

/** Who bears it: a party, both, somebody else, or nobody named (a passive without agent). */
export type Bearer = Role | 'both' | 'other' | 'nobody'
