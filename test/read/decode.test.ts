// Encodings: quotation marks and dashes of Windows-1252 above all, which Node's own decoder loses.
import { expect, test } from 'vitest'
import { decodeAs, decodePage, decodeUnknown, decodeWindows1252 } from '../../src/read/decode.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)

test.each<[string, Uint8Array, string]>([
  ['quotation marks', bytes(0x93, 0x61, 0x94, 0x92, 0x96, 0x80), '“a”’–€'],
  ['Latin letters', bytes(0x4b, 0xe4, 0x73, 0x65), 'Käse'],
  ['what the code page leaves open', bytes(0x81, 0x8d), '\x81\x8d'],
])('%s', (_, given, expected) => {
  expect(decodeWindows1252(given)).toBe(expected)
  expect(decodeAs(given, 'ISO-8859-1')).toBe(expected)
  expect(decodeAs(given, 'no such encoding')).toBe(expected)
})

test('what nobody names', () => {
  expect(decodeUnknown(Buffer.from('“a”', 'utf8'))).toEqual({ text: '“a”', guessed: false, broken: 0 })
  expect(decodeUnknown(Buffer.from('ab', 'utf16le'))).toEqual({ text: 'ab', guessed: false, broken: 0 })
  expect(decodeUnknown(bytes(0x93, 0x94))).toEqual({ text: '“”', guessed: true, broken: 0 })
  expect(decodePage(Buffer.from('<meta charset=windows-1251>\xcf', 'latin1'))).toContain('П')
})
