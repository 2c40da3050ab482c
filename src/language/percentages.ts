// What a percentage protects. The measure may be of something bad ("degradation below 5 %"), or the
// words may state the line at which a breach begins ("if accuracy falls below 85 %"); both become the
// share that must be kept. Also the ratios between 0 and 1 that stand for a percentage. One place, so
// that no rule need know.
import type { Bound } from '../domain/quantity.ts'
import type { Surroundings } from './bounds.ts'

const harm =
  /\b(?:degrad\w*|declin\w*|decreas\w*|deteriorat\w*|loss|drops?|dropping|errors?|failure rate|fail\w* to|attack success|asr|bypass\w*|leak\w*|misclassif\w*|miss rate|false (?:negative|positive)s?|jailbreak (?:success )?rate|elicit\w*|succeed\w*|evad\w*|evasion|harmful|unsafe|fool\w*|trick\w*|gets? through|compromis\w*|vulnerab\w*|successful (?:\w+ )?(?:attacks?|injections?|jailbreaks?|extractions?))\b|\bsuccess (?:rate )?(?:of|for) (?:\w+ ){0,3}(?:attacks?|jailbreaks?|injections?|adversar\w+|prompts?)|\b(?:attacks?|jailbreaks?|injections?|adversar\w+)(?: \w+){0,3} success|\b(?:falls?|reduced|reduction|worsens?)(?: \w+){0,4} (?:by|of)\b/
const resisted =
  /\b(?:block\w*|resist\w*|refus\w*|reject\w*|detect\w*|withstand\w*|intercept\w*|repel\w*|prevent\w*|bounce|withstood|stop\w*|reduc\w* (?:\w+ ){0,5}by)\b/
const fallsBelow =
  /\b(?:falls?|falling|fell|drops?|dropping|dips?|slips?|sinks?|declines?|is|are|be|was|scores?|performs?|come|comes) (?:to )?(?:below|under|less than|lower than)(?: \w+)?$|\b(?:below|under)$/
const condition = /\b(?:if|where|should|when|whenever|event|once|unless|failing|any|each)\b/
const breach = /\b(?:breach\w*|fail\w*|default|deemed|trigger\w*|entitle\w*|credit\w*|terminat\w*|remed\w*|retrain\w*|warranty|material)\b/
const mayNotFall = /^(?:\S+ ){0,5}(?:must|shall|may|will|does) (?:not|never) (?:fall|drop|sink|go|be) /
const refusedFall = /\b(?:not|never|no|without|cannot)\b/

/** Turns a percentage into the share that the words protect; see the rules above. */
export function asProtection(
  found: { amount: number; low?: number; bound: Bound },
  around: Surroundings,
): { amount: number; low?: number; bound: Bound } {
  const near = `${around.before} % ${around.after}`
  const drift = /within(?: a| the)?$/.test(around.before) && /^(?:of|from) /.test(around.after)
  const isHarm = drift || (harm.test(near) && !resisted.test(near))
  if (isHarm && (found.bound === 'at-most' || isExactHarm(found.bound, around))) return complement(found, 'at-least')
  if (isHarm && found.bound === 'at-least' && breach.test(near)) return complement(found, 'at-least')
  if (!isHarm && found.bound === 'at-most' && isLine(around)) return { ...found, bound: 'at-least' }
  return found
}

function isExactHarm(bound: Bound, { before }: Surroundings): boolean {
  const words = before.split(' ').slice(-6).join(' ')
  return bound === 'exactly' && harm.test(words) && !/\bby$/.test(before)
}

// "if accuracy falls below 85 %, Provider shall retrain": 85 is to be kept.
function isLine({ before, after }: Surroundings): boolean {
  if (/ below$/.test(before) && mayNotFall.test(after)) return true
  return (
    fallsBelow.test(before) && !refusedFall.test(before.split(' ').slice(-8).join(' ')) && (condition.test(before) || breach.test(after))
  )
}

function complement(found: { amount: number; low?: number }, bound: Bound): { amount: number; low?: number; bound: Bound } {
  const turn = (value: number) => Math.round((100 - value) * 1e9) / 1e9
  return found.low === undefined ? { amount: turn(found.amount), bound } : { amount: turn(found.low), low: turn(found.amount), bound }
}

const measured =
  /\b(?:scor\w*|rates?|accurac\w*|thresholds?|ratio|robust\w*|auc|auroc|roc|f ?1|precision|recall|fraction|proportion|degradation|benchmark\w*|resilien\w*|metric|index|coefficient|asr|similarity)\b/
const notMeasured = /(?:epsilon|ε|eps|delta|δ|sigma|norm|linf|l2|temperature|budget|radius|perturbations?|top - p|\bp)(?: \S+){0,4}$/

/** Whether a bare decimal between 0 and 1 stands for a share: a score or rate is near, a perturbation budget is not. */
export function isScore({ before, after }: Surroundings): boolean {
  const close = before.split(' ').slice(-10).join(' ')
  return !notMeasured.test(close) && (measured.test(close) || measured.test(after.split(' ').slice(0, 6).join(' ')))
}
