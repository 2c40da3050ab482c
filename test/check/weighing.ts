// A small pack of its own and a contract in plain text, and what each step of check/ makes of them, in short forms for tables.
import { findCarveOuts } from '../../src/check/carveouts.ts'
import { type Checked, check } from '../../src/check/check.ts'
import { locate } from '../../src/check/locate.ts'
import { setScene } from '../../src/check/scene.ts'
import { type CompiledRequirement, vocabularyOf } from '../../src/check/vocabulary.ts'
import { type Weighed, weigh } from '../../src/check/weigh.ts'
import type { Contract } from '../../src/domain/contract.ts'
import type { RulePack } from '../../src/domain/requirement.ts'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'
import { toConcept, toRequirement } from '../../src/rulepack/shape.ts'
import { faultless } from '../faultless.ts'

const told = { title: 'it', severity: 'major', asks: 'it', why: 'it', wording: { firm: 'it', milder: 'it' } }
const within = (value: string) => ({ within: { value, note: '' } })

const requirements = [
  { id: 'log', says: [{ do: ['=log|logs|logged'], with: [['request']], without: ['visitor'] }] },
  {
    id: 'keep',
    figure: { unit: 'hour', bound: 'at-least', parameter: 'within', absent: 'value' },
    parameters: within('90 days'),
    says: [{ do: ['keep|keeps|kept'], with: [['<log>']] }],
  },
  {
    id: 'notify',
    figure: { unit: 'hour', bound: 'at-most', parameter: 'within', absent: 'value', words: ['immediately'] },
    parameters: within('48 hours'),
    tolerates: ['other than drills'],
    coverage: { whole: ['any incident'], part: ['data incident'] },
    says: [{ do: ['notify|notifies|notified'], with: [['incident']] }],
  },
  { id: 'copy', owes: 'either', says: [{ bar: ['copy|copies|copied'], with: [['weights']] }] },
  { id: 'send', owes: 'either', says: [{ bar: ['send|sends|sent'], with: [['weights']], only: 'promise' }] },
  { id: 'open', owes: 'either', says: [{ bar: ['save in locked'], with: [['weights']] }] },
  {
    id: 'audit',
    owes: 'either',
    says: [
      { right: ['audit|audits|audited'], with: [['<log>']], by: 'customer' },
      { contrary: ['audit ~4 is a matter internal'], with: [['<log>']] },
    ],
  },
  {
    id: 'seal',
    topic: [{ do: ['encrypt|encrypts|encrypted'], with: [['weights', '<assets>']] }],
    elements: {
      rest: {
        name: 'at rest',
        says: [{ do: ['encrypt|encrypts|encrypted'], with: [['weights', '<assets>'], ['at rest']], reach: 'sentence' }],
      },
      transit: {
        name: 'in transit',
        says: [
          { do: ['encrypt|encrypts|encrypted'], with: [['weights', '<assets>'], ['in transit']], reach: 'sentence' },
          { contrary: ['in clear text'] },
        ],
      },
    },
  },
]

export const pack: RulePack = {
  id: 'toy',
  version: '1',
  title: 'Toy',
  sha256: '',
  concepts: new Map([toConcept('log', ['log', 'journal']), toConcept('assets', ['parameters', 'checkpoints'])].map(c => [c.name, c])),
  clauses: [{ id: 'one', title: 'One' }],
  requirements: requirements.map(r => toRequirement('one', { ...told, ...r })),
  checklist: [{ id: 'both', title: 'Both', parts: ['log', 'keep'] }],
  off: [],
}

const vocabulary = vocabularyOf(pack)

/** The compiled requirement of the small pack. */
export function compiled(id: string): CompiledRequirement {
  const found = vocabulary.requirements.find(({ requirement }) => requirement.id === id)
  if (found === undefined) throw new Error(`the small pack has no ${id}`)
  return found
}

export function contractOf(text: string): Contract {
  return parse([readText(new TextEncoder().encode(text), 'c.txt', { sha256: '', format: 'text' })], {})
}

export function checked(text: string): Checked {
  return faultless(check(contractOf(text), pack))
}

/** "partial value soft" */
export function verdict(text: string, id: string): string {
  const finding = checked(text).findings.find(({ requirement }) => requirement === id)
  return [finding?.verdict ?? '', ...(finding?.reasons ?? []).map(({ code }) => code)].join(' ')
}

/** What was weighed for a requirement. */
export function weighed(text: string, id: string): Weighed[] {
  const scene = setScene(contractOf(text), vocabulary)
  return locate(compiled(id), scene.provisions).map(candidate => weigh(candidate, compiled(id), scene))
}

/** "promise", "promise soft", "refusal", "nothing": one for each candidate. */
export function stances(text: string, id: string): string[] {
  return weighed(text, id).map(({ stance, faults }) => [stance, ...faults.map(({ code }) => code)].join(' '))
}

/** The words of each act that was located, with the zone it stands in. */
export function located(text: string, id: string): string[] {
  return weighed(text, id).map(({ candidate: { read, act, element } }) => {
    const words = read.tokens.slice(act.from, act.to).map(token => token.text)
    return `${words.join(' ')} ${element ?? 'topic'} ${read.provision.zone}`
  })
}

/** "7: whole", "7: part", "7: soft": what is carved out of which section. */
export function carved(text: string): string[] {
  const contract = contractOf(text)
  return [...findCarveOuts(contract)].flatMap(([section, carves]) =>
    carves.map(({ whole, code }) => `${contract.sections[section]?.number}: ${whole ? 'whole' : code === 'soft' ? 'soft' : 'part'}`),
  )
}
