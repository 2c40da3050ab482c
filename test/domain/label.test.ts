// Labels that drafters type: what is one, and what only looks like one.
import { expect, it } from 'vitest'
import { readLabel } from '../../src/domain/label.ts'

it.each([
  ['4.1 The Provider', '4.1'],
  ['(a) the logs', '(a)'],
  ['IV.8 The Supplier', 'IV.8'],
  ['II.2.1. The Supplier', 'II.2.1.'],
  ['HST-01 The weights', 'HST-01'],
  ['I. Background', 'I.'],
  ['C.5.2 The Supplier', 'C.5.2'],
  ['H.1 Order of precedence', 'H.1'],
])('%s has a label', (text, label) => {
  expect(readLabel(text)?.label).toBe(label)
})

it.each(['3.5 million euros', '48 hours after', 'V.I.P. guests are', 'The Provider shall', 'ISO/IEC 27001 is'])('%s has none', text => {
  expect(readLabel(text)).toBeUndefined()
})
