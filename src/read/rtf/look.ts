// How the words of an RTF file look: hidden, bold, raised, struck out, put in. Control words change it until their group ends.
// Where words go is rtf.ts's.
import type { BlockKind, HiddenBy } from '../../domain/manuscript.ts'
import type { Change, Piece } from '../assemble.ts'
import { raised } from '../superscripts.ts'

export interface Look {
  readonly skip: boolean
  readonly label: boolean
  readonly kind: BlockKind
  readonly hidden: boolean
  readonly bold: boolean
  /** Above the line, as the mark of a note or a power. */
  readonly raised: boolean
  /** With a line through it. */
  readonly struck: boolean
  readonly size: number
  readonly colour: number
  readonly deleted: boolean
  readonly inserted: boolean
  readonly author: number
  readonly fallback: number
  readonly outline: number | undefined
}

export const start: Look = {
  skip: false,
  label: false,
  kind: 'paragraph',
  hidden: false,
  bold: false,
  raised: false,
  struck: false,
  size: 24,
  colour: 0,
  deleted: false,
  inserted: false,
  author: 0,
  fallback: 1,
  outline: undefined,
}

/** Words as they look. */
export function pieceOf(text: string, look: Look, colours: readonly number[], authors: readonly string[]): Piece {
  const change: Change = { author: authors[look.author] ?? '', date: '' }
  const hidden: HiddenBy | undefined = look.hidden
    ? 'hidden-run'
    : look.size <= 4
      ? 'tiny'
      : (colours[look.colour] ?? 0) >= 0xf0f0f0
        ? 'background-colour'
        : undefined
  return {
    text: look.raised ? raised(text) : text,
    bold: look.bold,
    hidden,
    deleted: look.deleted ? change : undefined,
    inserted: look.inserted ? change : undefined,
    struck: look.struck,
  }
}

const plain = { hidden: false, bold: false, raised: false, struck: false, size: 24, colour: 0, deleted: false, inserted: false }

/** What a control word changes of the look; nothing where it says nothing of it. */
export function changeOf(name: string, value: number | undefined): Partial<Look> {
  const on = value !== 0
  if (name === 'plain') return plain
  if (name === 'v') return { hidden: on }
  if (name === 'b') return { bold: on }
  if (name === 'fs') return { size: value ?? 24 }
  if (name === 'cf') return { colour: value ?? 0 }
  if (name === 'super' || name === 'up') return { raised: on }
  if (name === 'nosupersub' || name === 'sub' || name === 'dn') return { raised: false }
  if (name === 'strike' || name === 'striked') return { struck: on }
  if (name === 'deleted') return { deleted: on }
  if (name === 'revised') return { inserted: on }
  return name === 'revauth' || name === 'revauthdel' ? { author: value ?? 0 } : {}
}
