// What the next sentence takes back: "Calls to the other endpoints are not.", "It isn't included in the Starter plan."
// Such sentences lean on the duty before them and deny it for a part; by themselves they say nothing.
import { type Span, slice } from '../domain/span.ts'
import { once } from './once.ts'
import type { ReadProvision } from './provisions.ts'

const no = "(?:not\\b|n['\\u2019]t\\b)"
// All are held against words in lower case: without case they take a third of the time to get ready.
const contrasts: readonly RegExp[] = [
  // "... are not.", "... aren't today."; but "any call that doesn't" speaks of calls, not of the duty
  /\b(?<!\b(?:that|which|who) )(?:do|does|did|is|are|was|were|has|have|need|will|shall)(?: not|n['\u2019]t)(?: so| yet| today| currently| at present)?[\s.;!]*$/,
  // "No such test has been made of ...", "neither obligation applies", "have not been so tested"
  /\bno such [\w-]{2,20} (?:has|have|is|are|was|were|applies|exists?)\b|\bneither (?:obligation|duty|promise|undertaking)\b|\b(?:has|have) not been so\b/,
  // "The other models are not ...", "Other entries need not ..."
  new RegExp(
    `^\\W*(?:the |all |any )?(?:others?|remaining|rest|elsewhere|outside)\\b(?! (?:users?|profiles?|persons?|people|roles?|staff|personnel|employees|parties)\\b)[^.]{0,120}(?:${no}|\\bno (?!less|more|later)|\\b(?:never|without|none|excluded|as recorded|at any)\\b)`,
  ),
  // "It isn't included in ...", "They are not run on ..."
  new RegExp(
    `^\\W*(?:it|they|this|that|these|those|such \\w+)(?: \\w+){0,3} ?(?:is|are|was|were|does|do)(?: |(?=n))${no} (?:included|available|offered|covered|run|applied|made|kept|done|logged|tested|given|part|provided|extend|apply|cover|include|reach|enjoy|so)\\b`,
  ),
  // "Image sets don't get that treatment", "this promise does not extend to them"
  new RegExp(
    `\\b(?:do|does)(?: |(?=n))${no} (?:(?:get|have|receive|enjoy|reach|cover|include) (?:that|this|it|them|these|those|such)|(?:extend|apply) to)\\b`,
  ),
  // "prompts that come by e-mail are passed on as they arrive", "of other people is used as gathered"
  /\b(?:is|are|be) (?:passed (?:on|through|along)|used|accepted|admitted|processed|forwarded|answered|let through|taken|stored|sent|kept) (?:as (?:(?:it|they) (?:comes?|arrives?|stands?|is|are)\b|(?:collected|received|gathered|found|supplied|delivered)\b)|un(?:checked|screened|filtered|changed|altered|encrypted)|in the clear|in clear text)/,
  // "Files that you attach go straight through."
  /\b(?:go(?:es)?|pass(?:es)?|comes?|runs?) (?:straight|directly|right|unchecked|unscreened|unfiltered) (?:through|in|past)\b[^.;]{0,30}[\s.;]*$/,
  // "From everywhere else it can be reached freely", "The interface is otherwise open"
  /\b(?:else|elsewhere|otherwise)\b[^.;]{0,80}\b(?:open|freely|unrestricted|unlimited|in the clear)\b/,
  /\b(?:carry|carries|get|gets|have|has|receive|receives) none\b/,
  // "Text fetched by the interface carries no such mark", "The Provider has no such duty in respect of ..."
  /\b(?:has|have|carry|carries|gets?|receives?|enjoys?|bears?|owes?|contains?|undergoes?|is under|are under) no such\b|\bnothing of the (?:kind|sort)\b/,
  // "Streaming calls are not covered.", "Calls from the application are exempt."
  new RegExp(
    `\\b(?:is|are|remains?|stay) ?(?:${no} (?:covered|included|caught|in scope|so treated)|exempt(?:ed)?|excepted|left out)[\\s.;]*$`,
  ),
  // "This is limited to the web console.", "It applies to paid plans only."
  /^\W*(?:this|it|that|the (?:foregoing|duty|obligation|promise|undertaking|measure)|these|they)(?: \w+)? (?:(?:is|are) (?:limited|confined|restricted) to|(?:appl(?:y|ies)|extends?|relates?|covers?|holds?|is made|is done)\b[^.;]{0,80}\b(?:only|alone|solely)\b)/,
  // "Other exploits await the next release.", "The chat module will be considered for the same treatment."
  /\bawaits? (?:the|a|its|their)\b|\b(?:considered for|under consideration)\b|\b(?:will|shall|is to|are to) (?:follow|be added|be included|be covered)\b[^.;]{0,40}\b(?:later|future|coming|next|subsequent)\b/,
  /^\W*(?:in|on|for|at) [^.;,]{2,60}? this is not (?:done|so|the case)\b|\b(?:is|are) (?:treated|handled) differently[\s.;]*$/,
  // "No correction is required for any other exploit"
  /\bno [\w-]{2,20} (?:is|are) (?:required|owed|made|kept|run|needed|due) (?:for|in|on|of|where) (?:any |all )?(?:others?|the rest|the remaining)\b/,
  /\b(?:is|are|stand|stands|fall|falls|lie|lies) (?:excluded from|excepted from|exempt from|outside(?: of)?) (?:this|that|the foregoing|these)\b/,
]

// "In respect of the second service no record is made.", "No report shall be due": says of the same thing that there is none.
const denial =
  /^\W*((?:in respect of|with respect to|with regard to|as regards|as to|for|on|in)\b[^.;]{2,80}? )?no (?:such )?((?:[\w-]+ ){1,4}?)(?:[^.;]{0,50}? )?(?:is|are|was|were|be|stands) (?:made|kept|due|given|owed|required|called for|run|recorded|taken|held|needed|provided|sent|issued|maintained|available)\b/

/** "The Provider may discontinue this", "This is an aim and no promise", "No liability attaches to a failure to do so". */
const loosenings: readonly RegExp[] = [
  /\bmay\b(?! not\b)[^.;,]{0,50}?\b(?:suspend|discontinue|stop|cease|vary|withdraw|relax|waive|lay aside|dispense with|depart from|exempt [\w ]{2,30} from) (?:this|that|it|them|these|so|doing so)\b(?! (?:agreement|contract|licen[cs]e|order|clause))/,
  /^\W*(?:this|it|that|the foregoing|these|they)(?: \w+)? (?:is|are|states?|expresses?|describes?)(?: only| merely| no more than)?(?: an?| the)? (?:statements? of (?:aim|intent|intention)|aims?|goals?|targets?|objectives?|aspirations?)\b/,
  /^\W*(?:this|it|that|the foregoing|these|they)(?: \w+)? (?:is|are) (?:not|no) (?:an? )?(?:(?:legally )?binding|promise|commitment|obligation|undertaking|guarantee)/,
  /\bmay not rely on (?:this|it|that)\b|\b(?:does|do) not (?:warrant|promise|guarantee|undertake) (?:that it will do so|to do so|this)\b|\b(?:failure|failing|omission) to do so (?:is|shall be|gives|entails|will be) (?:no|not)\b|\bno (?:liability|claim|right) (?:attaches to|arises from|follows from) (?:a |any )?(?:failure|failing|omission) to do so\b/,
]

const reach = 2

/** What takes from a duty: a part (`scope`), its firmness, or all of it, as it says the contrary. */
export interface Contrast {
  readonly span: Span
  readonly code: 'scope' | 'soft' | 'inconsistent'
}

/**
 * Words shortly after a duty, in its own provision or the same paragraph, that deny what it promises, or a part of it.
 * @param from offset in the text where the words of the duty end; what stands before it denies nothing
 */
export function contrastAfter(
  read: ReadProvision,
  provisions: readonly ReadProvision[],
  from = read.provision.span.end,
): Contrast | undefined {
  const { start, end } = read.provision.span
  for (const { span, denying, loosening, part, noun } of sentencesAfter(read, provisions, from)) {
    if (denying) return { span, code: 'scope' }
    if (loosening) return { span, code: 'soft' }
    if (noun !== undefined && isNamed(noun, read.text.slice(start, Math.min(end, span.start))))
      return { span, code: part ? 'scope' : 'inconsistent' }
  }
  return undefined
}

/** A sentence, and whether it denies what stands before it, or that there is such a thing (`noun`), for a part of the world or all. */
interface Denial {
  readonly span: Span
  readonly denying: boolean
  readonly loosening: boolean
  readonly part: boolean
  readonly noun: string | undefined
}

function denialIn(text: string, span: Span): Denial {
  const words = slice(text, span).toLowerCase()
  if (contrasts.some(pattern => pattern.test(words))) return { span, denying: true, loosening: false, part: false, noun: undefined }
  const [, part, noun] = denial.exec(words) ?? []
  return { span, denying: false, loosening: loosenings.some(pattern => pattern.test(words)), part: part !== undefined, noun }
}

// "The Customer may stop this": the choice is that of whom the duty serves.
const wholeDenial = once((read: ReadProvision): Denial => {
  const said = denialIn(read.text, read.provision.span)
  const theirs = said.loosening && read.reading.clauses.some(c => c.force === 'may' && c.bearer === 'customer')
  return theirs ? { ...said, loosening: false } : said
})

function isNamed(noun: string, duty: string): boolean {
  const known = duty.toLowerCase()
  return noun.split(' ').some(word => word.length > 2 && known.includes(word.toLowerCase().slice(0, 6)))
}

/** The rest of its own provision, then the provisions that follow it closely. */
function sentencesAfter(read: ReadProvision, provisions: readonly ReadProvision[], from: number): Denial[] {
  const sentences = restOf(read, from).map(span => denialIn(read.text, span))
  for (let at = read.provision.id + 1; at <= read.provision.id + reach; at++) {
    const next = provisions[at]
    if (next === undefined || next.provision.document !== read.provision.document || !isNear(read, next)) break
    sentences.push(wholeDenial(next))
  }
  return sentences
}

function restOf({ text, provision }: ReadProvision, from: number): Span[] {
  const spans: Span[] = []
  const breaks = /[.;|]\s+(?=\S)/g
  breaks.lastIndex = from
  const end = provision.span.end
  for (let match = breaks.exec(text); match !== null && match.index < end && spans.length < 4; match = breaks.exec(text)) {
    const start = match.index + match[0].length
    const stop = text.slice(start, end).search(/[.;|](?:\s|$)/)
    spans.push({ start, end: stop < 0 ? end : start + stop + 1 })
  }
  return spans
}

const before =
  /^\W*(?:it|this|that|these|they|the feature|this feature|this service)\W?(?:s|is|are)?\b(?: only| just)? ?(?:for|available|included|offered|part of|a feature|an option|comes with)\b[^.]{0,80}\b(?:plan|plans|tier|tiers|edition|package|add-on|customers|subscribers|regions?)\b/

/** "It's for customers on the Scale plan. Software looks at ...": words just before that hold the duty to a part. */
export function limitBefore(read: ReadProvision, provisions: readonly ReadProvision[]): Span | undefined {
  const previous = provisions[read.provision.id - 1]
  if (previous === undefined || previous.provision.document !== read.provision.document || !isNear(previous, read)) return undefined
  return before.test(slice(previous.text, previous.provision.span).toLowerCase()) ? previous.provision.span : undefined
}

function isNear(read: ReadProvision, next: ReadProvision): boolean {
  return (
    next.provision.paragraph === read.provision.paragraph &&
    next.provision.cells === undefined &&
    next.provision.leadIns.length === read.provision.leadIns.length
  )
}
