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
  ['"Engine": the trained network with its files.', { Engine: 'the trained network with its files.' }],
  [
    '1. Definitions\n\n1.1 "Event":\n\n(a) a leak; or\n\n(b) an intrusion.\n\n1.2 Core: the weights.',
    { Event: '(a) a leak; or\n\n(b) an intrusion.', Core: 'the weights.' },
  ],
  ['The following words are used. Core: the weights. Turn: one request.', { Core: 'the weights.', Turn: 'one request.' }],
  ['Logs: the Host shall keep them.', {}],
  ['Including means without limit.', {}],
]

test.each(cases)('%j', (text, expected) => {
  const read = contract(text)
  expect(Object.fromEntries(read.terms.map(({ term, meaning }) => [term, words(read, meaning).trim()]))).toEqual(expected)
})
