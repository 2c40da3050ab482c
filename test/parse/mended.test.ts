// Words that seem misspelt are named in notes, with their place, and never changed; the other readings of a contract are at hand.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'

const contractOf = (text: string) =>
  parse([readText(new TextEncoder().encode(text), 'c.txt', { sha256: '', format: 'text' })], { provider: 'Vendor' })

test('a contract without any is what it was', () => {
  const contract = contractOf('The Vendor shall keep the logs.')
  expect([contract.misspellings, contract.mended, contract.documents[0]?.notes]).toEqual([undefined, undefined, []])
})

test('what decides is noted with its place, and the text stays as it is', () => {
  const text = 'The Vendor shal keep the logs.\n\nThe Bank pays for the logz.'
  const contract = contractOf(text)
  expect(contract.documents[0]?.text.trimEnd()).toBe(text)
  expect(contract.documents[0]?.notes).toMatchObject([{ code: 'misspelt', unread: false, span: { start: 11, end: 15 } }])
  expect(contract.documents[0]?.notes[0]?.message).toContain('"shal" is no word that belongs there; it may be meant for "shall"')
  expect(contract.misspellings?.map(({ word }) => word)).toEqual(['shal', 'logz'])
})

test('each way in which they may be meant is a reading of its own, understood as the contract was', () => {
  const contract = contractOf('1. Logs\n\nThe Vendor shal keep 9O days of logs.')
  const texts = contract.mended?.map(({ documents }) => documents[0]?.text.trimEnd().split('\n').at(-1))
  expect(texts?.[0]).toBe('The Vendor shall keep 99 days of logs.')
  expect(texts).toContain('The Vendor shall keep 90 days of logs.'.replace('shall', texts?.[2]?.split(' ')[2] ?? ''))
  expect(contract.mended?.every(({ parties }) => parties[0]?.role === contract.parties[0]?.role)).toBe(true)
  expect(contract.mended?.every(({ mended }) => mended === undefined)).toBe(true)
})

test('of many the first are named and the rest counted', () => {
  const slips = [
    'shal',
    'wihtout',
    'excepu',
    'unles',
    'nevr',
    'soleyl',
    'reasonabl',
    'shoud',
    'mighht',
    'wehre',
    'whne',
    'beforee',
    'monhts',
  ]
  const notes = contractOf(`The Vendor ${slips.join(' the Bank ')} it.`).documents[0]?.notes ?? []
  expect(notes.length).toBe(11)
  expect(notes.at(-1)?.message).toMatch(/^\d+ more words that decide/)
})
