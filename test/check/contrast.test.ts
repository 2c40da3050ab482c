// What the next sentence takes back, and what it leaves alone.
import { describe, expect, test } from 'vitest'
import { contrastAfter } from '../../src/check/contrast.ts'
import type { ReadProvision } from '../../src/check/provisions.ts'

/** Provisions of one paragraph, one for each sentence. */
function paragraph(...sentences: string[]): ReadProvision[] {
  const text = sentences.join(' ')
  let start = 0
  return sentences.map((sentence, id) => {
    const span = { start, end: start + sentence.length }
    start = span.end + 1
    return {
      text,
      reading: { clauses: [] },
      provision: { id, document: 0, section: 0, zone: 'operative', span, leadIns: [], order: id, paragraph: 0 },
    } as unknown as ReadProvision
  })
}

function takenBack(...sentences: string[]): string | undefined {
  const provisions = paragraph(...sentences)
  const [first] = provisions
  const span = first === undefined ? undefined : contrastAfter(first, provisions)?.span
  return span === undefined ? undefined : first?.text.slice(span.start, span.end)
}

const duty = 'Calls to the chat endpoint are capped at 20 a second.'

describe('the next sentence takes a part back', () => {
  test.each([
    'Calls to the batch endpoint are not.',
    "Calls to the batch endpoint aren't today.",
    'Other calls need not be capped.',
    'It is not applied to internal users.',
    "It isn't included in the Starter plan.",
    'This promise does not extend to them.',
    'Trial accounts get none.',
    'No cap is required for any other endpoint.',
    'Neither obligation applies at night.',
    'The image endpoints have not been so limited.',
    'In respect of the image endpoint no calls are recorded.',
    'Calls to the image endpoint stand outside this paragraph.',
    'Legacy endpoints are excluded from this requirement.',
    'Elsewhere no cap is applied.',
    'Calls that come over the private line are passed on as they arrive.',
    'Calls of other callers are accepted unchecked.',
    'The other endpoints can otherwise be used freely.',
    'From everywhere else the endpoint is open.',
    'Calls to the image endpoint carry no such cap.',
    'Calls to the image endpoint are not covered.',
    'Calls of the mobile application are exempt.',
    'This is limited to the web console.',
    'It applies to paid plans only.',
    'Other endpoints await the next release.',
    'The image endpoint will be considered for the same treatment.',
    'For the image endpoint this is not done.',
    'The Supplier may suspend this at any time.',
    'The Supplier may exempt endpoints from this.',
    'This is a statement of aim.',
    'It is no promise.',
    'The Customer may not rely on this.',
    'Failure to do so is no breach.',
  ])('%s', sentence => {
    expect(takenBack(duty, sentence)).toBe(sentence)
  })
})

describe('the next sentence takes nothing', () => {
  test.each([
    "It doesn't cost anything extra.",
    'Invoices are due in thirty days.',
    'It applies to all plans.',
    'The Supplier may vary the form of the report.',
    'The Supplier may not suspend this.',
    'No claim is exempt from tax under other laws.',
    "You don't have to take our word for it.",
    'The Supplier shall make no such report in the name of the Customer.',
    'This clause does not waive any other right.',
    "We turn away any call that doesn't.",
  ])('%s', sentence => {
    expect(takenBack(duty, sentence)).toBeUndefined()
  })

  test('nor does one of another paragraph', () => {
    const [first, second] = paragraph(duty, 'Calls to the batch endpoint are not.')
    if (first === undefined || second === undefined) throw new Error('two provisions')
    const apart = { ...second, provision: { ...second.provision, paragraph: 1 } }
    expect(contrastAfter(first, [first, apart])).toBeUndefined()
  })
})
