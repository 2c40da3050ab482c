// How an act stands in its sentence: promised, denied, allowed, hedged, excepted, or only mentioned.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSentence } from '../../src/language/reading.ts'
import { standingOf } from '../../src/language/standing.ts'
import { tokenise } from '../../src/language/tokens.ts'
import { parties, stands } from './sentences.ts'

describe('signs multiply', () => {
  test.each([
    ['The Provider shall log requests.', 'log', '+ binding provider'],
    ['The Provider shall not log requests.', 'log', '- binding provider'],
    ['The Provider shall not fail to log requests.', 'log', '+ binding provider'],
    ['The Provider need not log requests.', 'log', '- binding provider, refused'],
    ['It is not among the duties of the Provider to log requests.', 'log', '- binding provider, refused'],
    ['It is no part of the duties of the Provider to log requests.', 'log', '- binding provider, refused'],
    ['It is not for the Provider to log requests.', 'log', '- binding provider, refused'],
    ['Notwithstanding clauses 3, 4 and 5, no request is logged, which the Customer may regret.', 'logged', '- binding nobody'],
    ['No requests are logged.', 'logged', '- binding nobody'],
    ['Neither requests nor responses are logged.', 'logged', '- binding nobody'],
    ['The weights are encrypted neither at rest nor in transit.', 'encrypted', '- binding nobody'],
    ['Requests reach the model without being validated, sanitised or screened.', 'validated', '- binding nobody'],
    ['Requests reach the model without being validated, sanitised or screened.', 'screened', '- binding nobody'],
    ['Data is used as it stands, without masking, hashing or any other measure.', 'hashing', '- binding nobody'],
    ['Without delay, masking and hashing are applied.', 'hashing', '+ binding nobody'],
    ['The Provider shall keep works taken without leave out of the corpus.', 'keep works taken without leave out', '+ binding provider'],
    ['The Provider keeps logs without alteration, deletion or gaps, and encrypts them.', 'encrypts', '+ binding provider'],
    ['No request reaches the model without being validated.', 'validated', '+ binding nobody'],
    ['No request shall reach the model without first having been validated.', 'validated', '+ binding nobody'],
    ['No request reaches the model unless it has been validated.', 'validated', '+ binding nobody'],
    ['Rather than logging requests, the Provider discards them.', 'logging', '- binding provider'],
    ['The Provider shall prevent the copying of weights.', 'copying', '- binding provider'],
    ['The Provider shall ensure that no weights are copied.', 'copied', '- binding provider'],
    ['The Provider is not obliged to ensure that requests are logged.', 'logged', '- binding provider, refused'],
    ['The Provider shall not sell data and shall log requests.', 'log', '+ binding provider'],
    ['The Provider does not charge for this, and it logs requests.', 'logs', '+ binding provider'],
    ['In line with Law No. 12,965/2014, the Provider shall log requests.', 'log', '+ binding provider'],
    ['In line with Regulation No 910/2014 the Provider shall log requests.', 'log', '+ binding provider'],
    ['All requests are saved in a log by the Provider.', 'saved', '+ binding provider'],
    ['The requests shall be held by the Provider on write-once storage.', 'held', '+ binding provider'],
    ['The Provider shall see to it that a person reviews each request.', 'reviews', '+ binding provider'],
    ['The Provider shall see to it that nothing is sent unless a person has reviewed it.', 'reviewed', '+ binding provider'],
    ['No person, be it the Customer or anyone else, shall copy the weights.', 'copy', '- binding other'],
    ['Nobody shall enter the segment but a person named on the list.', 'enter the segment but a person', '+ binding other'],
    ['No call is answered but with a valid token.', 'valid', '+ binding nobody'],
    ['No prompt is logged, but the Provider shall keep the responses.', 'keep', '+ binding provider'],
    ['The Provider may include a throttle by which requests are held down.', 'held', '+ may nobody'],
    ['The Provider shall include a throttle by which requests are held down.', 'held', '+ binding nobody'],
    [
      'It is bound by means: the Provider shall endeavour to log requests.',
      'means: the Provider shall endeavour to log',
      '+ soft nobody, hedged',
    ],
    ['Before a prompt arrives, our gateway logs it and strips out anything it should not contain.', 'logs', '+ binding nobody'],
    ['R-1 | Nobody can delete the logs. | Object lock', 'lock', '+ binding nobody'],
    ['R-1 | The store is shared with no customer. Entry shall be logged by the Provider. | M', 'Entry', '+ binding provider'],
    ['It is for the Customer to log requests.', 'log', '+ binding customer'],
    ['It is the responsibility of the Customer to log requests.', 'log', '+ binding customer'],
    ['Responsibility for logging requests rests with the Customer.', 'logging', '+ binding customer'],
  ])('%s [%s] %s', (text, act, wanted) => expect(stands(text, act)).toBe(wanted))
})

describe('how firmly', () => {
  test.each([
    ['The Provider may log requests.', 'log', '+ may provider'],
    ['The Provider should log requests.', 'log', '+ soft provider'],
    ['The Customer must not try to copy the weights.', 'copy', '- binding customer'],
    ['The Customer shall use reasonable efforts not to copy the weights.', 'copy', '- binding customer, hedged'],
    ['The Provider shall endeavour to log requests.', 'log', '+ soft provider, hedged'],
    ['The Customer expects requests to be logged.', 'logged', '+ soft customer'],
    ['The Provider hopes that requests are logged.', 'logged', '+ soft provider'],
    ['It is our aim that requests are logged.', 'logged', '+ soft nobody'],
    ['Requests are, as a rule, logged.', 'Requests are, as a rule, logged', '+ binding nobody, hedged'],
    ['The Provider will have requests logged as its calendar allows.', 'logged', '+ binding provider, hedged'],
    ['The Provider shall log requests as the law allows.', 'log', '+ binding provider'],
    ['The Provider shall log requests where practicable.', 'log', '+ binding provider, hedged'],
    ['The Provider shall log requests where it considers that they are serious.', 'log', '+ binding provider, hedged'],
    ['The Provider shall log requests as soon as practicable.', 'log', '+ binding provider'],
    ['The Provider shall use appropriate technical measures to log requests.', 'log', '+ binding provider'],
    ['The Provider shall log requests upon request.', 'log', '+ binding provider, on request'],
  ])('%s [%s] %s', (text, act, wanted) => expect(stands(text, act)).toBe(wanted))
})

describe('exceptions, conditions and what is only mentioned', () => {
  test.each([
    ['The Provider shall log requests, except those of batch jobs.', 'log', '+ binding provider, excepted'],
    ['The Provider shall log requests, save for those of batch jobs.', 'log', '+ binding provider, excepted'],
    ['The Provider shall log requests unless the disk is full.', 'log', '+ binding provider, excepted'],
    ['If an incident occurs, the Provider shall notify the Customer.', 'occurs', 'aside'],
    ['If an incident occurs, the Provider shall notify the Customer.', 'notify', '+ binding provider'],
    ['Upon signature the Provider delivers a report.', 'delivers', '+ binding provider'],
    ['Backups are rotated, while logs are kept.', 'kept', '+ binding nobody'],
    ['The word "encrypted" is not defined.', 'encrypted', 'aside'],
  ])('%s [%s] %s', (text, act, wanted) => expect(stands(text, act)).toBe(wanted))
})

describe('the main clause and what hangs on it', () => {
  test.each([
    // A condition opens the sentence and no comma ends it.
    ['Where a prompt looks hostile the Provider logs requests.', 'logs', '+ binding provider'],
    ['If an incident occurs the Provider notifies the Customer.', 'notifies', '+ binding provider'],
    ['If an incident occurs the Provider notifies the Customer.', 'occurs', 'aside'],
    ['When a key is lost we revoke it.', 'revoke', '+ binding provider'],
    ['In the event of an incident the Provider notifies the Customer.', 'notifies', '+ binding provider'],
    ['In case of an incident we tell you within a day.', 'tell', '+ binding provider'],
    // A "can" or "may" further on says nothing of the duty before it.
    ['The Provider keeps a history from which each step can be traced.', 'keeps', '+ binding provider'],
    ['The Provider keeps a history, from which each step, its date and its author can be traced.', 'keeps', '+ binding provider'],
    ['The Provider sends the Customer a report on how the model can be attacked.', 'sends', '+ binding provider'],
    ['Every month we send you a report on how the model is holding up.', 'send', '+ binding provider'],
    ['Every month the Provider sends the Customer a report on what has been logged.', 'sends', '+ binding provider'],
    ['The Provider logs whatever the model may say.', 'logs', '+ binding provider'],
    ['We keep logs for as long as you may need them.', 'keep', '+ binding provider'],
    ['The Provider encrypts all data that may leave the environment.', 'encrypts', '+ binding provider'],
    // An aside between commas is no main clause; an end is meant as firmly as its means.
    ['The Provider, which runs the model, shall log requests.', 'log', '+ binding provider'],
    ['The Provider may configure the gateway so that other calls are rejected.', 'rejected', '+ may provider'],
    ['The Customer shall regulate its usage so that the ceiling is kept.', 'kept', '+ binding customer'],
    ['You need to keep your own log of calls, and it must show your address.', 'show', '+ binding customer'],
    ['If the Customer buys the add-on, the Provider logs requests.', 'logs', '+ binding provider'],
    ['If the Customer may call the model, the Provider logs requests.', 'logs', '+ binding provider'],
    [
      'The Customer shall not, unless the Provider has agreed in writing: use it to log who will offend.',
      'log',
      '- binding customer, excepted',
    ],
    ['Each reply shall carry the label "NOT LOGGED" at its head.', 'carry', '+ binding nobody'],
    ['The Customer should refrain from logging replies.', 'logging', '- soft customer'],
    ['What is not agreed upon shall be logged.', 'logged', '+ binding nobody'],
    ['Where we can, we log requests.', 'log', '+ may provider, on request'],
    ['If a weakness shows that was not known, the Provider repairs the model, as soon as it can.', 'repairs', '+ binding provider'],
    ['(2) When data is used in learning, the Provider masks it.', 'masks', '+ binding provider'],
    [
      '4 Before a set is used, the ethics board of the Provider reviews it, and a set not passed is not used.',
      'reviews',
      '+ binding nobody',
    ],
    ['If a set is used, or the Provider reviews it, and it is not barred, the Provider shall log it.', 'reviews', 'aside'],
    ['The Provider warrants that for as long as the term runs the model will log requests.', 'log', '+ binding provider'],
    ["Upon the Customer's written request the Provider will log requests.", 'log', '+ binding provider, on request'],
    ['Where reasonably practicable the Provider shall log requests.', 'log', '+ binding provider, hedged'],
    ['Unless the disk is full the Provider logs requests.', 'logs', '+ binding provider, excepted'],
    ['The Provider shall set the line so that calls pass, but shall not be required to log them.', 'pass', '+ binding provider'],
    ['The Provider shall set the line so that calls pass, but shall not be required to log them.', 'log', '- binding provider, refused'],
    // Leave to some alone binds all others.
    ['Only an owner can revoke keys.', 'revoke', '+ binding nobody'],
  ])('%s [%s] %s', (text, act, wanted) => expect(stands(text, act)).toBe(wanted))
})

describe('ways of softening, denying and bearing', () => {
  test.each([
    ['We try, where we have time, to log requests.', 'log', '+ soft provider, hedged'],
    ['The Provider shall, where it judges fit, log calls.', 'log', '+ binding provider, hedged'],
    ['The Provider logs requests where commercially agreed.', 'logs', '+ binding provider, hedged'],
    ['The Provider orients itself towards logging requests.', 'logging', '+ soft provider'],
    ['Please log all requests.', 'log', '+ binding customer'],
    ['No copies of the weights may be made.', 'copies', '- binding nobody'],
    ['The Provider is under no obligation to refrain from copying the weights.', 'copying', '+ may provider'],
    ['We log nothing of what you send.', 'log', '- binding provider'],
    ['The Provider shall have no liability for failing to log requests.', 'log', '- binding provider, refused'],
    ['Data is neither masked, coarsened nor reduced in any way.', 'coarsened', '- binding nobody'],
    ['The logging of requests shall stand excluded.', 'logging', '- binding nobody, refused'],
    ["The Customer's gateway shall log requests.", 'log', '+ binding customer'],
    ["The Customer's data shall be encrypted.", 'encrypted', '+ binding nobody'],
  ])('%s [%s] %s', (text, act, wanted) => expect(stands(text, act)).toBe(wanted))
})

const few = fc.constantFrom(
  ...'the provider shall must not may never be is are been that ensure if unless until no neither nor and or but , ; : . | ( ) " log logs without being having need except only where practicable upon request while prior to before it you'.split(
    ' ',
  ),
)

test('any words can be read, at any place, the same way twice', () => {
  fc.assert(
    fc.property(fc.array(few, { minLength: 1, maxLength: 40 }), fc.nat(), (words, seed) => {
      const tokens = tokenise(words.join(' '))
      const from = seed % tokens.length
      const reading = readSentence(tokens, parties)
      const standing = standingOf(reading, { from, to: from + 1 })
      expect(Math.abs(standing.sign)).toBe(1)
      expect(reading.clauses).toContain(standing.clause)
      for (const limit of [...reading.exceptions, ...reading.conditions, ...reading.hedges, ...reading.negators]) {
        expect(limit.to).toBeGreaterThan(limit.from)
        expect(limit.to).toBeLessThanOrEqual(tokens.length)
      }
      expect(standingOf(readSentence(tokens, parties), { from, to: from + 1 })).toEqual(standing)
    }),
    { numRuns: 1000 },
  )
})

test('no words at all can be read', () => {
  expect(standingOf(readSentence([], parties), { from: 0, to: 0 })).toMatchObject({ sign: 1, bearer: 'nobody' })
})
