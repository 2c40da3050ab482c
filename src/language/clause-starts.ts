// Where a clause of a sentence begins: the word that opens it, or the subject of its verb group.
import { deniedList } from './breaks.ts'
import type { Operator } from './operators.ts'
import type { Token } from './tokens.ts'

// "The models resist nine attacks in ten and | do not fall below that": what a verb group is joined to is a verb too.
export function coordinated(tokens: readonly Token[], { from, force }: Operator): number | undefined {
  const joined = from >= fewestJoined && /^(?:and|but)$/.test(tokens[from - 1]?.text ?? '')
  const full = force === 'must' || force === 'must-not' || (force === 'fact-not' && /^do(?:es)?/.test(tokens[from]?.text ?? ''))
  return joined && full ? from - 1 : undefined
}

const fewestJoined = 6

const subordinators = new Set(
  'which that who whom whose unless if until because while whilst ; so how what whatever whichever whoever'.split(' '),
)

// "The service adds noise that callers cannot override": the main verb, in the plain present, stands before the relative clause.
export function relativeStart(tokens: readonly Token[], operator: number): number | undefined {
  for (let at = operator - 1; at >= 3; at--) {
    const word = tokens[at]?.text ?? ''
    if (word === ',' && operator - at > 6) return listedRelative(tokens, at, operator)
    if (opensAside(tokens, at, operator)) return undefined
    if (at === operator - 1 && isContact(tokens, at)) return at
    if (subordinators.has(word) || (word === 'as' && degrees.has(tokens[at - 1]?.text ?? ''))) return at
  }
  return undefined
}

// "The Provider, which runs the model, shall log": what stands between commas is an aside, and the subject stands before it.
function opensAside(tokens: readonly Token[], at: number, operator: number): boolean {
  if (!/^(?:which|who)$/.test(tokens[at]?.text ?? '') || tokens[at - 1]?.text !== ',') return false
  return tokens.slice(at, operator).some(t => t.text === ',')
}

// "strips out anything it should not hold": a relative clause without its "that".
function isContact(tokens: readonly Token[], at: number): boolean {
  return /^(?:it|they|we|you)$/.test(tokens[at]?.text ?? '') && /^(?:anything|everything|something|all)$/.test(tokens[at - 1]?.text ?? '')
}

const degrees = new Set(['long', 'far', 'soon', 'often', 'much'])

// "keeps a history, from which each step, its date and the version made can be traced": a list stands between.
function listedRelative(tokens: readonly Token[], comma: number, operator: number): number | undefined {
  if (tokens[operator - 1]?.text === ',') return undefined
  for (let at = comma; at >= 3; at--)
    if (/^(?:which|whom|whose)$/.test(tokens[at]?.text ?? '')) return tokens[at - 1]?.text === ',' ? undefined : at
  return undefined
}

// "shall ensure that | logs are kept", "shall ensure that no | copies are made"
export function endsInThat(tokens: readonly Token[], at: number): boolean {
  const [before, last] = [tokens[at - 2]?.text ?? '', tokens[at - 1]?.text ?? '']
  return last === 'that' || (before === 'that' && /^(?:no|neither|none|nobody)$/.test(last))
}

export function isGoverned(tokens: readonly Token[], at: number): boolean {
  const word = tokens[at]?.text
  const before = tokens[beforeAside(tokens, at - 1)]
  if (before?.kind !== 'word') return false
  return word === 'that' ? purposes.has(before.text) || governing.test(before.stem) : word === 'whether' && governing.test(before.stem)
}

// "may set the gateway so that calls are rejected": an end is meant as firmly as its means.
const purposes = new Set(['so', 'such', 'form', 'fashion'])

// "shall see to it, at its own expense, that ...": what stands between commas is passed over.
function beforeAside(tokens: readonly Token[], at: number): number {
  if (tokens[at]?.text !== ',') return at
  for (let i = at - 1; i > Math.max(0, at - 12); i--) if (tokens[i]?.text === ',') return i - 1
  return at
}

const governing =
  /^(?:ensur|procur|warrant|repres|guarante|agre|undertak|see|it|sure|confirm|acknowledg|accept|promis|coven|provid|requir|assur|that|certifi|commit|mean|declar|state|secur|certain|care|order|extent|claim|believ|know|manner|wai|wise|effect|hope|expect|aim|goal|wish|intend|intent|desir|anticip|ambit|aspir|envisag|contempl|foresee|propos|recommend|suggest|regard|attent)/

const openers = new Set(
  ', ; : . ( - | and or but nor which that who whom whose where when if unless until because while whilst as so except provided whether than before after once upon neither how what whatever whichever'.split(
    ' ',
  ),
)

export const ensuring = /^(?:ensure|procure)$/

// "shall ensure the Model and all data cannot be read": no "that" says where what is ensured begins.
function ensuredAt(tokens: readonly Token[], after: number, operator: number): number | undefined {
  const at = [after, after + 1, after + 2].find(i => ensuring.test(tokens[i - 1]?.text ?? ''))
  const open = at !== undefined && /^(?:the|all|each|every|no|any|its)$/.test(tokens[at]?.text ?? '')
  if (!open || !/^(?:is|are|be|cannot|can|has|have|do|does)$/.test(tokens[operator]?.text ?? '')) return undefined
  return tokens.slice(at, operator).some(t => /^(?:[,;:]|which|that|who|when|if|where)$/.test(t.text)) ? undefined : at
}

// Where the clause of the next operator begins: at the "that" of a verb that governs it, else at the nearest word before it that opens a clause.
export function subjectStart(tokens: readonly Token[], after: number, operator: number): number {
  const ensured = ensuredAt(tokens, after, operator)
  if (ensured !== undefined) return ensured
  if (endsInThat(tokens, after) && (tokens[after - 1]?.text === 'that' || !tokens.slice(after, operator).some(t => openers.has(t.text))))
    return after
  if (resumes(tokens, operator)) return operator - 1
  for (let at = after; at < operator; at++) if (isGoverned(tokens, at)) return at
  const denied = deniedList(tokens, after, operator)
  if (denied !== undefined) return denied
  const aside = beforeAsideOf(tokens, after, operator)
  if (aside !== undefined) return aside
  for (let at = operator - 1; at >= after; at--) {
    const word = tokens[at]
    if (word !== undefined && openers.has(word.text)) return joinedSubject(tokens, after, at) ?? at
  }
  return nounStart(tokens, after, operator)
}

// "stops what is not allowed, | and the entry of each person and each account is recorded": a subject may be a list of two.
function joinedSubject(tokens: readonly Token[], after: number, joint: number): number | undefined {
  if (!/^(?:and|or)$/.test(tokens[joint]?.text ?? '') || tokens[joint - 1]?.text === ',') return undefined
  return opening(tokens, after, joint - 1)
}

// The nearest ", and the ..." before, with nothing between that opens a clause.
function opening(tokens: readonly Token[], after: number, before: number): number | undefined {
  for (let at = before; at > after; at--) {
    const word = tokens[at]?.text ?? ''
    if (/^(?:and|but)$/.test(word) && tokens[at - 1]?.text === ',' && determiner.test(tokens[at + 1]?.text ?? '')) return at
    if (openers.has(word)) return undefined
  }
  return undefined
}

// "stops it, | and each visit, of man or machine, is logged": an aside stands between the subject and its verb.
function beforeAsideOf(tokens: readonly Token[], after: number, operator: number): number | undefined {
  if (tokens[operator - 1]?.text !== ',' || !/^(?:is|are|was|were|has|have)$/.test(tokens[operator]?.text ?? '')) return undefined
  for (let at = operator - 2; at > Math.max(after, operator - longestAside); at--)
    if (tokens[at]?.text === ',') return opening(tokens, after, at - 1)
  return undefined
}

const longestAside = 12

const determiner = /^(?:the|an?|each|every|all|any|its|no)$/

// "so that it passes approved packets, | but shall not be required": the verb group goes back to the subject before.
function resumes(tokens: readonly Token[], operator: number): boolean {
  return tokens[operator - 2]?.text === ',' && /^(?:but|and)$/.test(tokens[operator - 1]?.text ?? '')
}

// No opener: "X it receives shall ..." The subject starts at the last determiner or capitalised word.
function nounStart(tokens: readonly Token[], after: number, operator: number): number {
  for (let at = operator - 1; at > after; at--)
    if (['the', 'a', 'an', 'each', 'no', 'any', 'every', 'we', 'you', 'it', 'they', 'this', 'these'].includes(tokens[at]?.text ?? ''))
      return at
  return Math.max(after, operator)
}
