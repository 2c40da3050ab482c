// Parts of a service that are listed side by side, and duties that name some of them only.
import { describe, expect, test } from 'vitest'
import { findParts, partNamed } from '../../src/check/parts.ts'
import { tokenise } from '../../src/language/tokens.ts'

const parts = findParts(
  [
    'The Service comprises the Chat Module, the Search Module and the Voice Gateway.',
    'Licence fee for the variants "Heron-8" and "Heron-40".',
    'The Audit Module is described in Annex 2.',
    'Fees: the Chat Module or the Vision Module.',
  ].map(text => tokenise(text)),
)

describe('a part is named', () => {
  test.each([
    ['The Voice Gateway accepts calls from approved addresses only.', 'Voice Gateway'],
    ['Calls to the Chat Module and the Search Module are signed.', 'Chat Module'],
    ['The Supplier has tested the variant "Heron-8".', '" Heron - 8 "'],
    ['Calls to the Vision Module are signed.', 'Vision Module'],
    ['Calls to the Service are signed.', undefined],
    ['Calls to the Audit Module are signed.', undefined],
    ['Calls to the Chat Module, the Search Module, the Vision Module and the Voice Gateway are signed.', undefined],
    ['The variants "Heron-8" and "Heron-40" have been tested.', undefined],
    ['Calls to each Chat Module are signed.', undefined],
  ])('%s', (text, wanted) => {
    const tokens = tokenise(text)
    const found = partNamed(tokens, parts)
    const words = found === undefined ? undefined : tokens.slice(found.from, found.to).map(t => text.slice(t.start, t.end))
    expect(words?.join(' ')).toBe(wanted)
  })
})

test('where nothing is listed nothing is a part', () => {
  expect(partNamed(tokenise('The Voice Gateway is locked.'), findParts([]))).toBeUndefined()
})
