// Which first words of a block are a heading, and which are a sentence that binds.
import { expect, test } from 'vitest'
import { contract, words } from './reading.ts'

test.each([
  ['Provider enforces rate limits on API requests. Requests that exceed the limit will be rejected.', undefined],
  ['We throttle calls at the gateway. What exceeds the limit must wait.', undefined],
  ['Supplier limits the rate of calls. Others are refused and will be logged.', undefined],
  ['5.1 Supplier obligations regarding logs. The calls shall be logged.', 'Supplier obligations regarding logs'],
  ['5.1 Provider controls. The calls shall be logged.', undefined],
  ['5.1 We and you. The calls shall be logged.', 'We and you'],
])('%s', (text, heading) => {
  const read = contract(text)
  const found = read.sections[0]?.heading
  expect(found === undefined ? undefined : words(read, found)).toBe(heading)
})
