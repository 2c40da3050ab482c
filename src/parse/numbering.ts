// What a clause label says: its form, and the ordinals it can stand for ("(i)" is one or nine).
// Which of them is meant depends on the neighbours and is settled in parse/outline.

import { table } from '../domain/table.ts'

export type LabelForm = 'decimal' | 'bracketed' | 'dotted' | 'closed' | 'article' | 'section' | 'part' | 'annex' | 'code' | 'bullet'

/** A way of reading a label: its series ("a", "A", "i", "I", "1") and its place in it, from 1. */
export interface Ordinal {
  readonly series: 'a' | 'A' | 'i' | 'I' | '1'
  readonly value: number
}

export interface Numbering {
  readonly form: LabelForm
  /** As one cites it, without closing stop: "4.1", "(a)", "Annex B", "REQ-7". */
  readonly cited: string
  /** Decimal parts: 4.1.2 is [4, 1, 2]. */
  readonly parts: readonly number[]
  readonly ordinals: readonly Ordinal[]
}

const annexWords = /^(annex|annexure|exhibit|schedule|appendix|attachment)\b/i
const words = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** Reads a label as a reader gave it ("4.1.", "(iv)", "ARTICLE IV", "•"). */
export function readNumbering(label: string): Numbering {
  const text = label.trim().replace(/\s+/g, ' ')
  return (
    named(text) ??
    decimal(text) ??
    lettered(text) ?? { form: /[A-Za-z\d]/.test(text) ? 'code' : 'bullet', cited: text, parts: [], ordinals: [] }
  )
}

function named(text: string): Numbering | undefined {
  const match = /^([A-Za-z]+)\.? (\S{1,20}?)[.:]?$/.exec(text)
  if (match === null) return undefined
  const word = (match[1] ?? '').toLowerCase()
  const value = match[2] ?? ''
  const parts = /^\d+(?:\.\d+)*$/.test(value) ? value.split('.').map(Number) : []
  const form = formOf(word)
  if (form === undefined) return undefined
  const cited = form === 'section' ? value : `${capitalised(word)} ${words.includes(value.toLowerCase()) ? capitalised(value) : value}`
  return { form, cited, parts, ordinals: ordinalsOf(value) }
}

function formOf(word: string): LabelForm | undefined {
  if (annexWords.test(word)) return 'annex'
  if (word === 'article') return 'article'
  if (/^(?:section|sec|clause|paragraph)$/.test(word)) return 'section'
  if (/^(?:part|chapter|title)$/.test(word)) return 'part'
  return undefined
}

const capitalised = (word: string): string => word.slice(0, 1).toUpperCase() + word.slice(1).toLowerCase()

function decimal(text: string): Numbering | undefined {
  const match = /^(?:§+ ?)?(\d{1,4}(?:\.\d{1,4})*)[.:)]*((?:\([A-Za-z\d]{1,5}\))*)[.:)]*$/.exec(text)
  if (match === null || /^\d+\)$/.test(text)) return undefined
  const parts = (match[1] ?? '').split('.').map(Number)
  return {
    form: 'decimal',
    cited: `${match[1]}${match[2] ?? ''}`,
    parts,
    ordinals: parts.length === 1 ? [{ series: '1', value: parts[0] ?? 0 }] : [],
  }
}

function lettered(text: string): Numbering | undefined {
  const match = /^(\()?([A-Za-z]{1,6}|\d{1,3})([).:]?)$/.exec(text)
  if (match === null) return undefined
  const value = match[2] ?? ''
  const ordinals = ordinalsOf(value)
  if (ordinals.length === 0) return undefined
  const form = match[1] === '(' ? 'bracketed' : match[3] === ')' ? 'closed' : 'dotted'
  return { form, cited: form === 'dotted' && /^[A-Z]/.test(value) ? value : `(${value})`, parts: [], ordinals }
}

function ordinalsOf(value: string): Ordinal[] {
  const word = words.indexOf(value.toLowerCase())
  if (word >= 0) return [{ series: '1', value: word + 1 }]
  if (/^\d+/.test(value)) return [{ series: '1', value: Number.parseInt(value, 10) }]
  const found: Ordinal[] = []
  const upper = value === value.toUpperCase()
  const roman = romanValue(value.toLowerCase())
  if (roman !== undefined) found.push({ series: upper ? 'I' : 'i', value: roman })
  if (/^([A-Za-z])\1?$/.test(value))
    found.push({ series: upper ? 'A' : 'a', value: value.toLowerCase().charCodeAt(0) - 96 + (value.length - 1) * 26 })
  return found
}

const digits = table<number>({ i: 1, v: 5, x: 10, l: 50, c: 100 })

/** The value of a Roman numeral in lower case, if it is one. */
export function romanValue(text: string): number | undefined {
  if (!/^(?:x{0,3}|xl|l|lx{1,3}|xc)(?:ix|iv|v?i{0,3})$/.test(text) || text === '') return undefined
  let sum = 0
  for (let at = 0; at < text.length; at += 1) {
    const value = digits[text[at] ?? ''] ?? 0
    sum += value < (digits[text[at + 1] ?? ''] ?? 0) ? -value : value
  }
  return sum
}
