// The verb groups of a sentence that give a clause its force: which words are such a group, and which only look like one.
// Where the clauses begin and end is clauses.ts's.
import type { Force } from '../domain/obligation.ts'
import { clauseWords } from './duties.ts'
import { findConcepts, lexiconOf, type Match } from './lexicon.ts'
import type { Token } from './tokens.ts'

/** A verb group ("shall not", "is not obliged to") and its force. Token indices, half-open. */
export interface Operator extends Match {
  readonly force: Force
}

const lexicon = lexiconOf(clauseWords)
const forceOf: Readonly<Record<string, Force>> = {
  must: 'must',
  'must-not': 'must-not',
  refuses: 'refuses',
  may: 'may',
  soft: 'soft',
  'fact-not': 'fact-not',
  be: 'fact',
}

/** The verb groups of a sentence, in order, none overlapping another. */
export function findOperators(tokens: readonly Token[]): Operator[] {
  const all: Operator[] = []
  for (const [name, matches] of findConcepts(lexicon, tokens))
    for (const m of matches)
      if (!isMonth(tokens, m) && !isInCompound(tokens, m) && !inParentheses(tokens, m.from) && !opensQuote(tokens, m))
        all.push({ ...m, force: forceOf[name] ?? 'fact' })
  const kept = withoutOverlaps(tokens, all)
  const asides = kept.flatMap(o => asideAfter(tokens, o))
  return kept.filter(
    (operator, i) =>
      !isCarriedOn(tokens, operator, kept[i - 1]) &&
      !asides.some(a => (a.from < operator.from && operator.to <= a.to) || isVerbBehind(operator, a)),
  )
}

// 'shall carry the banner "NOT REVIEWED"': words that are only quoted are none of the verb group.
function opensQuote(tokens: readonly Token[], { from, to }: Match): boolean {
  return tokens.slice(from, to).some(t => t.text === '"')
}

const parenthesis =
  /^(?:unless|except|if|where|when|whenever|save|after|before|without|subject|upon|on|once|until|provided|at|in|for|to|during|within|as|with)$/

// "must not, unless the Supplier has first consented, use ...": the verb group goes on behind the second comma, or behind the
// colon of a list.
function asideAfter(tokens: readonly Token[], operator: Operator): Match[] {
  const opened = tokens[operator.to]?.text === ',' && parenthesis.test(tokens[operator.to + 1]?.text ?? '')
  if (operator.force === 'fact' || !opened) return []
  for (let at = operator.to + 2; at < Math.min(tokens.length, operator.to + asideMost); at++)
    if (/^[,:]$/.test(tokens[at]?.text ?? '')) return [{ from: operator.to, to: at }]
  return []
}

// "shall not suffer copies to be made", "shall not copy it or attempt to rebuild it": no force of its own, the verb before governs it.
function isCarriedOn(tokens: readonly Token[], operator: Operator, previous: Operator | undefined): boolean {
  const [before, word] = [tokens[operator.from - 1]?.text ?? '', tokens[operator.from]?.text ?? '']
  if (previous === undefined) return false
  if (operator.force === 'fact' && operator.to === operator.from + 1) {
    return (
      word === 'be' ||
      (word === 'been' && /^(?:has|have|had)$/.test(tokens[previous.to - 1]?.text ?? '') && operator.from - previous.to <= 2) ||
      (word === 'have' && before === 'to') ||
      (word === 'being' && /^(?:of|from|by|without)$/.test(before))
    )
  }
  return (
    operator.force === 'soft' &&
    (/^(?:must-not|refuses)$/.test(previous.force) || isDenied(tokens, previous)) &&
    /^(?:attempt|seek|try|endeavou?r)$/.test(word) &&
    /^(?:or|nor|and|,|\)|;)$/.test(before)
  )
}

// "Neither it nor any user shall ...": the subject denies.
function isDenied(tokens: readonly Token[], operator: Operator): boolean {
  return tokens.slice(Math.max(0, operator.from - 12), operator.from).some(t => /^(?:neither|nobody|none|no)$/.test(t.text))
}

function isMonth(tokens: readonly Token[], match: Match): boolean {
  const word = tokens[match.from]
  if (word?.text !== 'may' || !word.capital) return false
  return tokens[match.from + 1]?.kind === 'number' || tokens[match.from - 1]?.kind === 'number'
}

// "SOG-IS": a part of a name is no verb.
function isInCompound(tokens: readonly Token[], { from }: Match): boolean {
  const [before, dash, word] = [tokens[from - 2], tokens[from - 1], tokens[from]]
  return dash?.text === '-' && before?.end === dash.start && dash.end === word?.start
}

// "shall (at its own cost, whichever product it may choose) encrypt": what stands in brackets does not govern what follows them.
function inParentheses(tokens: readonly Token[], at: number): boolean {
  let depth = 0
  for (let i = at - 1; i >= Math.max(0, at - asideMost); i--) {
    const mark = tokens[i]?.text
    if (mark === ')') depth++
    else if (mark === '(' && depth-- === 0) return tokens.slice(at, at + asideMost).some(t => t.text === ')')
  }
  return false
}
const asideMost = 80

// "shall, where practicable, require": the verb that the group before the aside has been waiting for.
function isVerbBehind({ from, to, force }: Operator, aside: Match): boolean {
  return force === 'must' && to === from + 1 && from === aside.to + 1
}

const rank: Readonly<Record<Force, number>> = { refuses: 6, 'must-not': 5, soft: 4, may: 3, must: 2, 'fact-not': 1, fact: 0 }

// The longest group wins; of equal length the one that takes most away. Groups that touch are one: "shall" + "be required to".
function withoutOverlaps(tokens: readonly Token[], all: Operator[]): Operator[] {
  const sorted = all.sort((a, b) => a.from - b.from || b.to - a.to || rank[b.force] - rank[a.force])
  const kept: Operator[] = []
  for (const operator of sorted) {
    const last = kept.at(-1)
    if (last === undefined || (operator.from > last.to && !isJoined(tokens, last, operator))) kept.push(operator)
    else if (last.force === 'must' && operator.to < last.to) continue
    else kept[kept.length - 1] = merge(last, operator)
  }
  return kept
}

// "was or shall be used": one verb in two tenses.
function isJoined(tokens: readonly Token[], last: Operator, next: Operator): boolean {
  return last.force === 'fact' && next.from === last.to + 1 && /^(?:or|and)$/.test(tokens[last.to]?.text ?? '')
}

function merge(a: Operator, b: Operator): Operator {
  const range = { from: Math.min(a.from, b.from), to: Math.max(a.to, b.to) }
  // "should | refrain from": a wish, which the verb behind it turns.
  if (a.force === 'soft' && b.force === 'must-not' && b.from >= a.to) return a
  // "is under no obligation to | refrain from": leave, said the long way.
  if (a.force === 'refuses' && b.force === 'must-not' && b.from >= a.to) return { ...range, force: 'may' }
  const force = rank[a.force] >= rank[b.force] ? a.force : b.force
  return { ...range, force }
}
