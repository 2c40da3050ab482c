// Defined terms with the words that say what they mean.
import { expect, test } from 'vitest'
import { contract, words } from './reading.ts'

const cases: [string, Record<string, string>][] = [
  ['"Weights" means the learned parameters.', { Weights: 'the learned parameters.' }],
  ['“Log” and “Record” mean a line for each call.', { Log: 'a line for each call.', Record: 'a line for each call.' }],
  ['"Model" is the network, and "Port" means its door.', { Model: 'the network', Port: 'its door.' }],
  ['1. Definitions\n\nArchive Set means the old papers.', { 'Archive Set': 'the old papers.' }],
  ['"Incident" means any of:\n\n(a) a leak; or\n\n(b) an intrusion.', { Incident: 'any of:\n\n(a) a leak; or\n\n(b) an intrusion.' }],
  ['The Host shall keep to its security manual (the "Hardening Guide").', { 'Hardening Guide': 'to its security manual' }],
  ['By "prompt" we mean what you type.', { prompt: 'what you type.' }],
  ['In this clause, "Seal" means a hash.', { Seal: 'a hash.' }],
  ['"Log" is defined in clause 4. The Host shall keep records. "Log" means a record.', { Log: 'a record.' }],
  ['Term | Meaning | Source\n"Seal" | a hash | x\n"Log" | a record | y', {}],
  ['Including means without limit.', {}],
]

test.each(cases)('%j', (text, expected) => {
  const read = contract(text)
  expect(Object.fromEntries(read.terms.map(({ term, meaning }) => [term, words(read, meaning).trim()]))).toEqual(expected)
})
