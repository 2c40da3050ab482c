// Signs that a text lost something, and texts that only look odd.
import { expect, test } from 'vitest'
import { readText } from '../../src/read/text.ts'

const read = (bytes: Uint8Array | string) =>
  readText(typeof bytes === 'string' ? new TextEncoder().encode(bytes) : bytes, 'a.txt', { sha256: '', format: 'text' })
const clause = 'The Provider shall keep the logs – all of them – for “ninety days”.\n'
const withByte = (at: number, byte: number) => {
  const bytes = new TextEncoder().encode(clause)
  bytes[at] = byte
  return bytes
}

test.each<[string, Uint8Array | string, RegExp]>([
  ['a byte that is no UTF-8 in a text that is', withByte(5, 0xf2), /1 of its characters cannot be made out/],
  ['a control character', withByte(5, 0x02), /1 control character stands/],
  ['nothing where a letter stood', withByte(5, 0), /control/],
  [
    'an end in mid-word',
    `${clause.repeat(30)}${clause.slice(0, 30)}notwithstanding section seven above and wha`,
    /ends in mid-sentence .*cut short/,
  ],
  ['an end after a comma', `${clause.repeat(30)}The Customer shall pay the fees that are set out in the order form,`, /cut short/],
])('%s is a sign of loss', (_, content, message) => {
  const { incomplete, notes } = read(content)
  expect(incomplete).toBe(true)
  expect(notes).toMatchObject([{ message: expect.stringMatching(message), unread: true }])
})

test.each<[string, Uint8Array | string]>([
  ['a sound text', clause],
  ['no line end at its end', clause.trimEnd()],
  ['a clause by itself, from a list', 'WHEREAS the parties agree that the outputs of the model ought to be checked by a person;'],
  ['a last line that is a name', `${clause}For and on behalf of the Provider, by its director: Ann Bell`],
  [
    'a last line to sign',
    `${clause.repeat(30)}MARLOW MODELS LIMITED, a company in Reefshire — By: ______________ Title: Chief Operating Officer`,
  ],
  ['a short last line', `${clause}all rights reserved`],
  ['a last line that is an address', `${clause}See the documentation that is kept at https://marlow.example/terms/of/use/latest`],
  ['an end in mid-sentence of a file that is ended', `${clause}The parties have read this agreement and understood all that it says\n`],
  ['marks of pages, cells and terminals', `\u001b[1m${clause}\fa\u0007b\u001e\n`],
  ['another encoding', Uint8Array.from([...'caf', ...'e'].map(letter => letter.charCodeAt(0)).concat(0xe9, 0x0a))],
])('%s is none', (_, content) => {
  expect(read(content).incomplete).toBeUndefined()
})
