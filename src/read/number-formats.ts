// Numbers as Word writes them in lists: the formats of w:numFmt (ECMA-376 17.18.59) for the Western scripts.
// A format that is not here is written in decimal figures. OpenDocument names fewer formats, which are among these.

import { table } from '../domain/table.ts'

const roman: readonly (readonly [number, string])[] = [
  [1000, 'm'],
  [900, 'cm'],
  [500, 'd'],
  [400, 'cd'],
  [100, 'c'],
  [90, 'xc'],
  [50, 'l'],
  [40, 'xl'],
  [10, 'x'],
  [9, 'ix'],
  [5, 'v'],
  [4, 'iv'],
  [1, 'i'],
]

const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const tens = '- - twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const irregularOrdinals = table<string>({
  one: 'first',
  two: 'second',
  three: 'third',
  five: 'fifth',
  eight: 'eighth',
  nine: 'ninth',
  twelve: 'twelfth',
})
const footnoteMarks = ['*', '†', '‡', '§']

const formats = table<(value: number) => string>({
  none: () => '',
  bullet: () => '',
  decimalZero: value => String(value).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: value => letters(value).toUpperCase(),
  lowerRoman: romanNumeral,
  upperRoman: value => romanNumeral(value).toUpperCase(),
  ordinal: value => `${value}${ordinalSuffix(value)}`,
  cardinalText: value => capitalised(cardinal(value)),
  ordinalText: value => capitalised(ordinal(value)),
  hex: value => value.toString(16).toUpperCase(),
  chicago: value => (value < 1 ? '' : (footnoteMarks[(value - 1) % 4] as string).repeat(Math.min(Math.ceil(value / 4), 20))),
  numberInDash: value => `- ${value} -`,
  decimalEnclosedCircle: value => enclosed(value, 0x2460),
  decimalEnclosedCircleChinese: value => enclosed(value, 0x2460),
  decimalEnclosedParen: value => enclosed(value, 0x2474),
  decimalEnclosedFullstop: value => enclosed(value, 0x2488),
  decimalFullWidth: value => String(value).replace(/\d/g, digit => String.fromCharCode(0xff10 + Number(digit))),
})

/**
 * A number in one of Word's formats.
 * @param format value of w:numFmt: "decimal", "lowerRoman"
 * @param pattern for the format "custom", its w:format: "001, 002, 003, ..."
 */
export function formatNumber(value: number, format: string, pattern = ''): string {
  if (format === 'custom') return String(value).padStart(/^0*\d/.exec(pattern)?.[0].length ?? 1, '0')
  return formats[format]?.(value) ?? String(value)
}

/** Word goes on from z with aa, bb, cc: the letter repeated, not the next in order. */
function letters(value: number): string {
  if (value < 1) return ''
  return String.fromCharCode(97 + ((value - 1) % 26)).repeat(Math.min(Math.ceil(value / 26), 30))
}

function romanNumeral(value: number): string {
  if (value < 1 || value > 32_767) return String(value)
  let rest = value
  let written = ''
  for (const [amount, numeral] of roman) {
    written += numeral.repeat(Math.floor(rest / amount))
    rest %= amount
  }
  return written
}

function ordinalSuffix(value: number): string {
  if (Math.floor(value / 10) % 10 === 1) return 'th'
  return ['th', 'st', 'nd', 'rd'][value % 10] ?? 'th'
}

function cardinal(value: number): string {
  if (value < 0 || value > 999_999) return String(value)
  if (value < 20) return ones[value] as string
  if (value < 100) return joined(tens[Math.floor(value / 10)] as string, value % 10, '-')
  if (value < 1000) return joined(`${ones[Math.floor(value / 100)]} hundred`, value % 100, ' ')
  return joined(`${cardinal(Math.floor(value / 1000))} thousand`, value % 1000, ' ')
}

function joined(head: string, rest: number, by: string): string {
  return rest === 0 ? head : `${head}${by}${cardinal(rest)}`
}

function ordinal(value: number): string {
  const words = cardinal(value)
  const [, head = '', last = ''] = /^(.*?)([a-z0-9]*)$/.exec(words) ?? []
  if (irregularOrdinals[last] !== undefined) return head + irregularOrdinals[last]
  return head + (last.endsWith('y') ? `${last.slice(0, -1)}ieth` : `${last}th`)
}

function capitalised(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** The signs ① to ⑳ and their kin; beyond them plain figures. */
function enclosed(value: number, first: number): string {
  return value >= 1 && value <= 20 ? String.fromCharCode(first + value - 1) : String(value)
}
