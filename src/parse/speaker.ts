// Who "we" are: the vendor as a rule, and in a buyer's letter or conditions the buyer.
import type { Role } from '../domain/contract.ts'
import type { Introduction } from './introductions.ts'

/** Of the names of companies: who makes models, and who uses what others make. */
const makes =
  /\b(?:AI|Labs?|Software|Systems|Technolog\w+|Cognition|Cognitive|Inference|Analytics|Comput\w+|Data|Dialogue|Language|Intelligence|Reasoning)\b/i
const uses =
  /\b(?:Bank|Insurance|Hospice|Hospital|Clinic|Health|Stores?|Retail|Airlines?|Air|University|College|School|Council|City|County|Trust|Charity|Foundation|Ministry|Department|Authority|Agency|Airport|Port|Railway|Energy|Utility|Municipality|Government)\b/i

/** Above zero where a name is rather one of a maker of models, below where of those who use them. */
export function sounds({ name = '' }: Introduction): number {
  return Number(makes.test(name)) - Number(uses.test(name))
}

const said = "(?:(?: shall| will| must|['’]ll| agree to| undertake to)(?: \\w+ly| also)?)?"
const givesVerbs =
  'provide|host|supply|operate|deliver|furnish|invoice|train|tune|run|support|install|encrypt|develop|license|retrain|patch|log|record|monitor|filter|test|isolate|notify|tell|warn|alert|inform|block|make'

/** What "we" do and "you" get, as a vendor's terms have it. */
function saidOf(text: string, subject: string, object: string): number {
  const count = (source: string): number => [...text.matchAll(new RegExp(source, 'g'))].length
  const gets = `\\b(?:provides?|provided|supply|supplies|available|furnish|deliver|delivered|notify|tell|inform|pay)[^.;\\n]{0,30} (?:to )?${object}\\b`
  return count(`\\b${subject}${said} (?:${givesVerbs})\\b`) - 3 * count(`\\b${subject}${said} pays?\\b`) - count(gets)
}

/** Whose people the model is there for, and who says that he is buying. */
function serves(text: string, whose: string, who: string): number {
  const count = (source: string): number => [...text.matchAll(new RegExp(source, 'g'))].length
  return count(`\\b${whose} ${served}\\b`) + 6 * Math.min(1, count(`\\b${who}(?: are|['’]re) (?:buying|procuring|purchasing)\\b`))
}

const served =
  '(?:users|staff|employees|colleagues|caseworkers|officers|teachers|clinicians|nurses|tenants|patients|students|pupils|members|residents|citizens|passengers|policyholders|customers)'

/** So much must speak for it that a buyer wrote the text: "we" are a vendor as a rule. */
const buyerSpeaks = -7

/** Who "we" are: the vendor, or in a buyer's letter or conditions the buyer. */
export function speakerOf(text: string, introduced: readonly Introduction[]): Role {
  if (!speaksPlainly(text, introduced)) return 'provider'
  const unquoted = text.replace(/["“][^"“”\n]{1,300}["”]/g, ' ')
  const called = (words: RegExp) => introduced.filter(one => one.aliases.some(alias => words.test(alias)))
  const named = (some: readonly Introduction[]) => some.reduce((sum, one) => sum + sounds(one), 0)
  const score =
    saidOf(unquoted, '[Ww]e', 'us') -
    saidOf(unquoted, '[Yy]ou', 'you') +
    4 * (named(called(/^(?:we|us)$/i)) - named(called(/^you$/i))) +
    serves(unquoted, '[Yy]our', '[Yy]ou') -
    serves(unquoted, '[Oo]ur', '[Ww]e') +
    6 * (Number(isYou(text, 'customer')) - Number(isYou(text, 'provider')))
  return score <= buyerSpeaks ? 'customer' : 'provider'
}

/** `"you" and "the Contractor" refer to`, `the Supplier ("you")`. */
function isYou(text: string, role: Role): boolean {
  const nouns =
    role === 'provider' ? 'Contractor|Supplier|Vendor|Provider|Licensor|Seller' : 'Customer|Client|Licensee|Buyer|Purchaser|Subscriber'
  return new RegExp(
    `["“][Yy]ou["”][^.\\n"“]{0,20}["“](?:the )?(?:${nouns})["”]|\\b(?:${nouns})["”]?[^.\\n"“(]{0,20}\\(?["“][Yy]ou["”]`,
  ).test(text)
}

/** Whether the contract speaks as "we" and "you"; a quotation does not make it so. */
export function speaksPlainly(text: string, all: readonly Introduction[]): boolean {
  if (all.some(one => one.aliases.some(alias => /^(?:we|us|you)$/i.test(alias)))) return true
  const unquoted = text.replace(/["“][^"“”\n]{1,300}["”]/g, ' ')
  const met = unquoted.match(/\b(?:[Ww]e|[Oo]ur|[Yy]ou|[Yy]our)\b(?!['’]\w)|\b(?:[Ww]e|[Yy]ou)['’](?:ll|re|ve|d)\b/g)?.length ?? 0
  return met > 0 && met * 400 >= unquoted.length / 12
}
