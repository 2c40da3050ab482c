// A small grammar of contract sentences: where their verb groups are and what each does, what figures they state, whom
// they name. It is not the program's own, on purpose: a fault of that would hide itself. What it is not sure of it leaves out.
import { irregular, ones, participles, parties, passives, tens } from './words.mjs'

const modal = /\b(?:shall|will|must|may|can)(?: not)?\b|\bcannot\b|\b(?:can't|won't|mustn't)(?=\W)/g
const oblige = /\b(?:undertakes|agrees|commits|covenants|is required|is obliged|is bound|are required|are obliged) to\b/g
const entitled = /\b(?:is|are|shall be) (?:entitled|permitted|allowed|free) to\b|\b(?:has|have|reserves|shall have) the right to\b/g
const passive = /\b(?:is|are)(?= (?:(?:also|always|automatically|continuously|never) )?([a-z-]+)\b)/g
const being = /(?<!\b(?:shall|will|must|may|can|not|to|and|or) )\b(?:is|are|has|have)\b(?! (?:to|not)\b)/g
const partyNames = [...parties.provider, ...parties.customer].join('|')
const present = new RegExp(`\\b(?:The )?(?:${partyNames}) ([a-z]+s)\\b(?! (?:shall|will|must|may)\\b)`, 'g')
const plain = /(?:(?<=^|[.,;:] |\band )(?:[Ww]e|[Yy]ou)) ([a-z]+)\b/g

/** Verbs of the plain present that "we" and "you" are followed by; "you within a day" has none. */
const told = new Set([
  ...participles.keys(),
  ...'maintain watch strip throw mend fix look scramble pass add harden defend treat erase delete count hold'.split(' '),
])

/** Words behind which a verb group belongs to a part of the sentence that is no duty of its own. */
const subordinating =
  /\b(?:which|who|whom|whose|that|if|unless|until|when|whenever|where|while|whilst|before|after|once|as|because|than|what|how)\b/i
const governing = /\b(?:ensure|ensures|procure|procures|warrants?|represents?|agrees?|undertakes?|guarantees?|see to it|provided) that\b/i

/** The sentences of a text, each with its place. */
export function sentencesOf(text) {
  const found = []
  for (const { index, 0: words } of text.matchAll(/[^\n]+?(?:[.!?](?=\s+["'“(]?[A-Z0-9]|\s*$)|(?=\n)|$)/gm)) {
    const lead = /^\s*/.exec(words)[0].length
    if (words.trim() !== '') found.push({ start: index + lead, end: index + words.trimEnd().length })
  }
  return found
}

/** The verb groups of a sentence that carry a duty, a ban, a right or a plain fact: {start, end, kind, words, of}. */
export function verbGroups(sentence) {
  const all = [
    ...matches(sentence, oblige, () => 'oblige'),
    ...matches(sentence, entitled, () => 'right'),
    ...matches(sentence, modal, words => (/not|n't/.test(words) ? 'bar' : /may|can/.test(words) ? 'right' : 'shall')),
    ...matches(sentence, passive, () => 'fact').filter(({ of }) => /ed$/.test(of) || passives.has(of)),
    ...matches(sentence, present, () => 'present')
      .filter(({ of }) => !/^(?:is|was|has|does|its|[a-z]*ss)$/.test(of))
      .map(group => ({ ...group, start: group.end - group.of.length })),
    ...matches(sentence, being, () => 'being'),
    ...matches(sentence, plain, () => 'plain')
      .filter(({ of }) => told.has(of))
      .map(group => ({ ...group, start: group.end - group.of.length })),
  ].sort((a, b) => a.start - b.start || b.end - a.end)
  const apart = all.filter((group, at) => !all.slice(0, at).some(other => group.start < other.end))
  return withoutComplements(
    sentence,
    apart.filter(group => !isSubordinate(sentence, group.start)),
  )
}

/** "shall ensure that no copy is made": what is ensured stays as it is; who need not ensure it owes nothing. */
const governs = /^\s*(?:ensure|procure|warrant|represent|certif[iy]|guarantee|see to it|have|require|agree)(?:s|es)?\b/

function withoutComplements(sentence, groups) {
  return groups.filter(({ start }, at) => {
    const governor = groups.slice(0, at).findLast(({ end, of }) => governs.test(of) || governs.test(sentence.slice(end)))
    return governor === undefined || /(?:,|;) (?:and|but|or) [^,;]*$/.test(sentence.slice(governor.end, start))
  })
}

function matches(sentence, pattern, kindOf) {
  return [...sentence.matchAll(pattern)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    words: match[0],
    of: match[1] ?? '',
    kind: kindOf(match[0]),
  }))
}

function isSubordinate(sentence, at) {
  const before = sentence.slice(0, at)
  const clause = before.slice(before.search(/[^,;:]*$/))
  return subordinating.test(clause.replace(governing, ' '))
}

/** "encrypts" -> "encrypt". */
export function baseOf(verb) {
  if (/ies$/.test(verb)) return `${verb.slice(0, -3)}y`
  if (/(?:sh|ch|ss|x|zz|o)es$/.test(verb)) return verb.slice(0, -2)
  return verb === 'has' ? 'have' : verb === 'does' ? 'do' : verb.replace(/s$/, '')
}

export const participleOf = verb => participles.get(verb) ?? irregular[verb]

/** Numbers in words and figures. */
export function inWords(number) {
  if (number < 20) return ones[number]
  if (number < 100) return [tens[Math.floor(number / 10)], number % 10 === 0 ? undefined : ones[number % 10]].filter(Boolean).join('-')
  return undefined
}

const numberWord = `(?:${ones.slice(1).join('|')}|(?:${tens.slice(2).join('|')})(?:-(?:${ones.slice(1, 10).join('|')}))?)`
const numberPattern = `(?:(${numberWord})(?: ?\\((\\d+)\\))?|(\\d+(?:[.,]\\d+)*))`
const units = 'hours?|h|days?|weeks?|months?|years?|per cent|percent|%'
const figure = new RegExp(`(?<![\\w.-])${numberPattern}((?: |-)(?:business |calendar |working )?| ?)(${units})(?![\\w-])`, 'gi')

/** Lengths of time and percentages: {start, end, amount, unit, number: the place of the number alone}. */
export function figuresOf(text) {
  return [...text.matchAll(figure)].flatMap(match => {
    const [all, words, bracketed, digits, gap, unit] = match
    const amount = Number(bracketed ?? digits?.replace(/,/g, '') ?? fromWords(words.toLowerCase()))
    const number = all.length - gap.length - unit.length
    return Number.isNaN(amount)
      ? []
      : [
          {
            start: match.index,
            end: match.index + all.length,
            numberEnd: match.index + number,
            amount,
            gap,
            unit: unit.toLowerCase(),
            words,
          },
        ]
  })
}

function fromWords(words) {
  const [head, tail] = words.split('-')
  const whole = ones.indexOf(head)
  return whole > 0 ? whole : tens.indexOf(head) * 10 + (tail === undefined ? 0 : ones.indexOf(tail))
}

/** Which of the names of contracts' parties a text uses: its own words for provider and customer. */
export function partiesIn(text) {
  const first = role => parties[role].find(name => new RegExp(`\\b${name}\\b`).test(text))
  return { provider: first('provider'), customer: first('customer'), plain: /\b(?:we|us|our|you|your)\b/i.test(text) }
}

/** Replaces whole words one for another at once, so that what was put in is not replaced again. */
export function exchange(text, pairs) {
  const map = new Map(pairs)
  const names = [...map.keys()].sort((a, b) => b.length - a.length).join('|')
  return text.replace(new RegExp(`(?<![\\w-])(?:${names})(?![\\w-])`, 'g'), word => map.get(word))
}
