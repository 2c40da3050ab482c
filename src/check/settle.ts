// The rules' verdict held against what the words alone suggest (impression.ts). Each knows what the other does not: the rules read
// grammar, figures and parties, and are at a loss for words that they do not have; the impression has seen many more wordings,
// and cannot tell who owes what. How far to go by which was fitted on contracts and clauses that the rules had not been written
// by (.dev/learn-verdicts.mjs): one logistic regression for all requirements, over what both say and how surely (stacked
// generalisation, Wolpert 1992). What it comes to is a likelihood for each verdict, which is how sure the finding is.
import type { ReasonCode } from '../domain/finding.ts'
import { reasonCodes } from '../domain/finding.ts'
import type { Impressions } from '../domain/impressions.ts'
import type { Requirement } from '../domain/requirement.ts'
import { type Hashes, impressionsOf, type Measures, softmax } from './impression.ts'
import type { Judgement } from './judge.ts'
import { isPlainFault } from './plain-faults.ts'
import { settleWeights } from './settle-weights.ts'
import type { Traits } from './traits.ts'

export const outcomes = ['met', 'partial', 'conflict', 'missing'] as const
export type Outcome = (typeof outcomes)[number]

/** What there is to go by for one requirement. */
export interface Grounds {
  readonly judgement: Pick<Judgement, 'verdict' | 'reasons'>
  /** How sure the rules are of it, 0 to 1. */
  readonly confidence: number
  /** What speaks for and against it. */
  readonly traits: Traits
  /** The words of each passage that decides it. */
  readonly deciding: readonly Hashes[]
  /** Those of the passage most plainly about it; none where nothing binds. */
  readonly closest: readonly Hashes[]
  /** Those of the few passages most plainly about it. */
  readonly near: readonly Hashes[]
  /** How plainly, 0 to 1. */
  readonly relevance: number
  /** How many passages of the contract bind: of a single clause more is to be expected of each. */
  readonly binding: number
}

export interface Settled {
  readonly verdict: Outcome
  /** How likely that verdict is, 0 to 1. */
  readonly likelihood: number
  /** Whether the words alone suggest another verdict than this. */
  readonly disputed: boolean
  /** In what it falls short, by its words, where it is `partial` and the rules say otherwise. */
  readonly reason?: ReasonCode
}

/** No likelihood is as high. */
const never = 2
/**
 * How likely a promise must be to be taken for one: where the rules find it, where they find that it falls short, and where they
 * have no words for what is said. Of what is critical more is asked: there a promise that is none costs most.
 */
const least = {
  contract: { critical: { met: 0.8, partial: 0.85, missing: 0.9 }, other: { met: 0.7, partial: 0.7, missing: 0.8 } },
  clause: { critical: { met: 0.7, partial: 0.85, missing: 0.85 }, other: { met: 0.65, partial: 0.75, missing: 0.75 } },
}
/** Less where the rules are as sure as this, or find it by a figure; of a clause or two, words then have hardly a say. */
const quiteSure = 0.97
const leastBorneOut = { contract: 0.6, clause: { sure: 0.4, figure: 0 } }

/** And where the rules find that the contract disagrees with itself. */
const leastAgainstItself = 0.9

/** Of a clause or two these are what the rules tell better. */
const forRulesOfFew: ReadonlySet<ReasonCode> = new Set(['value', 'soft', 'blank', 'party', 'inconsistent'])
const ofFigures: ReadonlySet<ReasonCode> = new Set(['value', 'inconsistent'])
/** With so few passages it is a clause or two, and no contract. */
const fewPassages = 8

/** Where the rules are as sure as this that nothing speaks of it, and no passage has even words of it, nothing does; */
const surelyMissing = 0.98
const hardlyRelevant = 0.002
/** and of a whole contract, whose many passages have words of everything, one must be more to the point than this. */
const littleRelevant = 0.1

/** The verdict that both the rules and the words bear out; undefined where nothing was learnt of the requirement. */
export function settle(grounds: Grounds, requirement: Requirement, learnt: Impressions | undefined): Settled | undefined {
  const measures = impressionsOf(learnt, requirement.id)
  if (measures === undefined) return undefined
  const passages = grounds.deciding.length > 0 ? grounds.deciding : grounds.closest
  const impression = impressOn(grounds, measures)
  const likelihoods = likelihoodsBy(factsOf(grounds, impression))
  const { verdict: said } = grounds.judgement
  const { verdict, likelihood } = decide(likelihoods, grounds, requirement)
  const byWords = impression.deciding
  const disputed = outcomes[byWords.indexOf(Math.max(...byWords))] !== verdict
  if (verdict !== 'partial' || said === 'partial') return { verdict, likelihood, disputed }
  return { verdict, likelihood, disputed, reason: shortBy(measures.reasons(passages), said, requirement) }
}

/** In what it falls short: a blank and a contradiction are not told by words, nor a figure that the rules find to be enough. */
function shortBy(likelihoods: Float64Array, said: Judgement['verdict'], { figure }: Requirement): ReasonCode {
  const told = (code: ReasonCode) =>
    code !== 'blank' && code !== 'inconsistent' && !(code === 'value' && said === 'met' && figure !== undefined)
  const ranked = reasonCodes.map((code, at) => ({ code, likelihood: told(code) ? (likelihoods[at] as number) : -1 }))
  return ranked.reduce((best, one) => (one.likelihood > best.likelihood ? one : best)).code
}

/**
 * The likeliest verdict of those that the words may make of what the rules say. A promise of the rules that is not likely enough
 * falls short; it is not silence, however the words stand.
 */
export function decide(
  likelihoods: ArrayLike<number>,
  grounds: Grounds,
  requirement: Requirement,
): Pick<Settled, 'verdict' | 'likelihood'> {
  const { verdict: said } = grounds.judgement
  const nowhere = grounds.deciding.length === 0 && grounds.closest.length === 0
  const ranked = outcomes
    .map((verdict, at) => ({ verdict, likelihood: likelihoods[at] as number }))
    .filter(({ verdict }) =>
      verdict === 'conflict' ? requirement.refused !== 'missing' : verdict === 'missing' ? !isMeasured(grounds, requirement) : !nowhere,
    )
    .sort((a, b) => b.likelihood - a.likelihood)
  const of = (wanted: Outcome) => ranked.find(({ verdict }) => verdict === wanted)
  const met = of('met')
  const enough = met !== undefined && met.likelihood >= leastFor(grounds, requirement)
  const likeliest = ranked.find(({ verdict }) => verdict !== 'met' || enough)
  const decided = isUntouched(grounds)
    ? of('missing')
    : enough && isBorneOut(grounds, requirement)
      ? met
      : said === 'met' && ranked[0] === met && !enough
        ? of('partial')
        : likeliest
  return decided ?? { verdict: said, likelihood: 0 }
}

/** Whether the rules find it promised so surely that words must speak against it; or by a figure. */
function isBorneOut({ judgement: { verdict }, confidence }: Grounds, { figure }: Requirement): boolean {
  return verdict === 'met' && (confidence >= quiteSure || figure !== undefined)
}

/** Whether the rules find its figure, and find it short: then it is spoken of. */
function isMeasured({ judgement: { verdict, reasons } }: Grounds, { figure }: Requirement): boolean {
  return figure !== undefined && verdict === 'partial' && reasons.some(({ code, facts }) => code === 'value' && facts.found !== '')
}

/** Whether there is but a clause or two to go by. */
const isShort = ({ binding }: Pick<Grounds, 'binding'>): boolean => binding <= fewPassages

/** Whether nothing of the contract has to do with it. */
function isUntouched({ judgement: { verdict }, confidence, relevance, binding }: Grounds): boolean {
  if (verdict !== 'missing') return false
  return !isShort({ binding }) ? relevance < littleRelevant : confidence >= surelyMissing && relevance < hardlyRelevant
}

/** How likely a promise must be to be taken for one; what is refused, without its figure, or read and not promised, is none. */
function leastFor(grounds: Grounds, requirement: Requirement): number {
  const { judgement, traits } = grounds
  const { verdict, reasons } = judgement
  const few = isShort(grounds)
  if (verdict === 'conflict' || (verdict === 'missing' && traits.mentioned === 1)) return never
  // What turns on a figure is promised where there is one that is enough, and none that is at odds with it: words do not tell that.
  if (requirement.figure !== undefined && (verdict === 'missing' || reasons.some(({ code }) => ofFigures.has(code)))) return never
  if (few && reasons.some(({ code }) => forRulesOfFew.has(code))) return never
  if (reasons.some(isPlainFault)) return never
  if (reasons.some(({ code }) => code === 'inconsistent')) return leastAgainstItself
  if (!isBorneOut(grounds, requirement))
    return least[few ? 'clause' : 'contract'][requirement.severity === 'critical' ? 'critical' : 'other'][verdict]
  return few ? leastBorneOut.clause[requirement.figure === undefined ? 'sure' : 'figure'] : leastBorneOut.contract
}

/** By verdict how likely it is by the words: of what decides, of what is closest, of the few that are near, of all these, and the most of any one passage. */
export interface Impression {
  readonly deciding: Float64Array
  readonly closest: Float64Array
  readonly near: Float64Array
  readonly all: Float64Array
  readonly any: Float64Array
}

/** What the words suggest. */
export function impressOn({ deciding, closest, near }: Pick<Grounds, 'deciding' | 'closest' | 'near'>, { verdicts }: Measures): Impression {
  const each = new Map([...new Set([...deciding, ...closest])].map(passage => [passage, verdicts([passage])] as const))
  const together = (some: readonly Hashes[]) => (some.length === 1 && each.get(some[0] as Hashes)) || verdicts(some)
  const found = deciding.length > 0 ? deciding : closest
  return {
    deciding: together(found),
    closest: together(closest),
    near: together(near),
    all: together([...new Set([...found, ...near])]),
    any: Float64Array.from(outcomes, (_, at) => Math.max(0, ...[...each.values()].map(likelihoods => likelihoods[at] as number))),
  }
}

/** All that is weighed, by name. */
export function factsOf(
  { judgement, confidence, traits, relevance, binding }: Grounds,
  { deciding, closest, near, all, any }: Impression,
): Map<string, number> {
  const { verdict, reasons } = judgement
  const facts = new Map<string, number>()
  const short = Number(isShort({ binding }))
  const codes = new Set(reasons.map(({ code }) => code))
  facts.set('short', short)
  facts.set('relevance', oddsOf(relevance))
  for (const [at, outcome] of outcomes.entries()) {
    const said = Number(outcome === verdict)
    const of = (likelihoods: Float64Array) => oddsOf(likelihoods[at] as number)
    const [ofDeciding, ofAny, ofNear, ofAll] = [of(deciding), of(any), of(near), of(all)]
    facts.set(`said ${outcome}`, said)
    facts.set(`sure of ${outcome}`, said * oddsOf(confidence))
    facts.set(`deciding ${outcome}`, ofDeciding)
    facts.set(`closest ${outcome}`, of(closest))
    facts.set(`any ${outcome}`, ofAny)
    facts.set(`near ${outcome}`, ofNear)
    facts.set(`all ${outcome}`, ofAll)
    facts.set(`said ${outcome}, deciding met`, said * oddsOf(deciding[0] as number))
    facts.set(`said ${outcome}, near met`, said * oddsOf(near[0] as number))
    facts.set(`said ${outcome}, all met`, said * oddsOf(all[0] as number))
    facts.set(`short, said ${outcome}`, short * said)
    facts.set(`short, deciding ${outcome}`, short * ofDeciding)
    facts.set(`short, any ${outcome}`, short * ofAny)
    facts.set(`short, near ${outcome}`, short * ofNear)
    facts.set(`short, all ${outcome}`, short * ofAll)
  }
  facts.set('said missing, relevance', Number(verdict === 'missing') * oddsOf(relevance))
  for (const code of reasonCodes) {
    facts.set(`for ${code}`, Number(codes.has(code)))
    facts.set(`only for ${code}`, Number(codes.has(code) && codes.size === 1))
  }
  for (const [trait, amount] of Object.entries(traits)) {
    if (amount === 0) continue
    facts.set(trait, amount)
    if (verdict === 'met' || verdict === 'partial') facts.set(`said ${verdict}, ${trait}`, amount)
  }
  return facts
}

/** Log odds, bounded. */
function oddsOf(likelihood: number): number {
  return Math.log((likelihood + 0.001) / (1 - likelihood + 0.001))
}

function likelihoodsBy(facts: ReadonlyMap<string, number>): Float64Array {
  const scores = new Float64Array(outcomes.length)
  for (const [name, amount] of [...facts, ['always', 1] as const]) {
    const weights = settleWeights[name]
    if (weights !== undefined)
      for (let at = 0; at < scores.length; at++) scores[at] = (scores[at] as number) + amount * (weights[at] as number)
  }
  return softmax(scores)
}
