// Who the provider and the customer are, and every way the contract speaks of them. Introductions come
// first (parse/introductions), then role nouns (parse/roles), then what two strangers do in the text.
import type { Contract, DefinedTerm, Party, Provision, Role } from '../domain/contract.ts'
import { literal } from '../domain/literal.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import { type Introduction, introductionsOf } from './introductions.ts'
import { isFirmNoun, nounsUsed, roleOfNoun } from './roles.ts'
import { sounds, speakerOf, speaksPlainly } from './speaker.ts'

/** What the user says: a name or alias for either side. */
export interface Names {
  readonly provider?: string
  readonly customer?: string
}

const roles = ['provider', 'customer'] as const
const otherThan = (role: Role): Role => (role === 'provider' ? 'customer' : 'provider')

/** Provider and customer, in that order, where the text shows them. */
export function findParties(
  documents: readonly Manuscript[],
  provisions: readonly Provision[],
  terms: readonly DefinedTerm[],
  names: Names,
): Contract['parties'] {
  const text = documents.map(document => document.text).join('\n')
  const introduced = introductionsOf(documents, provisions)
  const speaker = speakerOf(text, introduced)
  const assigned = assignRoles(text, introduced, names, speaker)
  const taken = new Set(
    [...introduced.flatMap(one => one.aliases), ...termsApart(terms, introduced, [...assigned.values()], documents)].map(alias =>
      alias.toLowerCase().replace(/^the /, ''),
    ),
  )
  const nouns = nounsUsed(text, assigned.size > 0, taken)
  const parties: Party[] = []
  for (const role of roles) {
    const own = introduced.filter(one => assigned.get(one) === role)
    const party = partyOf(role, text, own, introduced, nouns[role], names, speaker)
    if (party !== undefined) parties.push(party)
  }
  return parties
}

/** Defined terms that are no introduction: "Client" may be the customer's own client. */
function termsApart(
  terms: readonly DefinedTerm[],
  introduced: readonly Introduction[],
  known: readonly Role[],
  documents: readonly Manuscript[],
): string[] {
  if (introduced.length === 0) return []
  const isSide = ({ term, meaning }: DefinedTerm): boolean => {
    const role = isFirmNoun(term) ? roleOfNoun(term) : undefined
    return (
      role !== undefined &&
      !known.includes(role) &&
      whoever.test(documents[meaning.document]?.text.slice(meaning.start, meaning.start + 120) ?? '')
    )
  }
  return terms.filter(term => term.meaning.end > term.meaning.start && !isSide(term)).map(term => term.term)
}

/** `"Subscriber" means the organisation in whose account`: the other side, whoever that is. */
const whoever =
  /^\W{0,4}(?:(?:means|is|refers to) )?(?:the|any|a|an|each) (?:legal |natural |contracting )?(?:entity|person|party|company|organi[sz]ation|firm|body|business|bidder|undertaking)\b(?! (?:to|for) whom)/i

const bare = (alias: string): string => alias.toLowerCase().replace(/^the /, '')

function namedAs(one: Introduction, name: string): boolean {
  return [one.name ?? '', ...one.aliases].some(
    alias => alias !== '' && (bare(alias) === bare(name) || bare(alias).startsWith(`${bare(name)} `)),
  )
}

function assignRoles(text: string, introduced: readonly Introduction[], names: Names, speaker: Role): Map<Introduction, Role> {
  const assigned = new Map<Introduction, Role>()
  for (const one of introduced) {
    const role = roles.find(side => names[side] !== undefined && namedAs(one, names[side]))
    if (role !== undefined) assigned.set(one, role)
  }
  const twins = sameSide(introduced, speaker)
  const licensors = introduced.filter(one => one.party && !one.aliases.some(isFirmNoun) && licenses(text, one))
  for (const one of licensors.length === 1 ? licensors : []) if (!assigned.has(one) && !provides(assigned)) assigned.set(one, 'provider')
  const [first, second] = contractingPair(text, introduced)
  for (const [one, other] of first === undefined || second === undefined
    ? []
    : ([
        [first, second],
        [second, first],
      ] as const)) {
    const role = sideOf(one, speaker)
    if (role === undefined || sideOf(other, speaker) !== undefined || assigned.has(one) || assigned.has(other)) continue
    assigned.set(one, role)
    assigned.set(other, otherThan(role))
  }
  for (const one of introduced) {
    const role = sideOf(one, speaker)
    if (role === undefined || assigned.has(one) || twins.has(one) || (first !== undefined && !one.party)) continue
    // Where the user says that somebody else is the provider, this one is the other side.
    const displaced = (names[role] !== undefined || licensors.length === 1) && [...assigned.values()].includes(role)
    assigned.set(one, displaced ? otherThan(role) : role)
  }
  assignStrangers(
    text,
    introduced.filter(one => !assigned.has(one) && one.party),
    assigned,
  )
  return assigned
}

/** The two between whom it is made; whoever else is named stands behind one of them. */
function contractingPair(text: string, introduced: readonly Introduction[]): readonly Introduction[] {
  const [first, second] = introduced.filter(one => one.party && one.name !== undefined && one.place.document === 0)
  if (first === undefined || second === undefined) return []
  const before = text.slice(Math.max(0, first.place.start - 300), first.place.start)
  const between = text.slice(first.place.start, second.place.start)
  return /\bbetween\b/i.test(before) && between.length < 400 && /\band\b/i.test(between) ? [first, second] : []
}

const provides = (assigned: Map<Introduction, Role>): boolean => [...assigned.values()].includes('provider')

/** Whoever made the model and lets the other run it is the provider, though it be an "Agency" or a "Fund". */
function licenses(text: string, { aliases }: Introduction): boolean {
  return aliases.some(alias => {
    const name = `(?:the )?${literal(alias.replace(/^the /i, ''))}`
    const made = `\\b(?:[Mm]odel|[Ss]oftware)["”]?(?: means the model)? (?:["“][^"”\\n]{1,40}["”] )?(?:released|developed|trained|made) by ${name}\\b`
    const lets = `\\b${name}\\b[^.;\\n]{0,80}\\b(?:licenses|grants)\\b[^.;\\n]{0,60}\\b(?:run|use|install|operate)\\b[^.;\\n]{0,30}\\b(?:Model|Software)\\b`
    return new RegExp(made).test(text) && new RegExp(lets).test(text)
  })
}

/** The side that a name tells of, or else the words behind it; a "developer" who is "you" is the customer. */
function sideOf({ aliases, described }: Introduction, speaker: Role): Role | undefined {
  if (aliases.some(alias => /^(?:we|us)$/i.test(alias))) return speaker
  if (aliases.some(alias => /^you$/i.test(alias))) return otherThan(speaker)
  return aliases.map(roleOfNoun).find(found => found !== undefined) ?? described
}

/** Parties whose names point to one side, "the Firm" and "the Trust": then the text must tell; beside a "Client" an "Agency" is the other. */
function sameSide(introduced: readonly Introduction[], speaker: Role): ReadonlySet<Introduction> {
  const parties = introduced.filter(one => one.party)
  const sides = parties.map(one => sideOf(one, speaker))
  const unclear = parties.filter(one => !one.aliases.some(isFirmNoun))
  return new Set(parties.length >= 2 && sides.every(side => side === sides[0]) ? unclear : [])
}

/** Parties under invented names: the one that hosts and supplies is the provider, the one that pays the customer. */
function assignStrangers(text: string, strangers: readonly Introduction[], assigned: Map<Introduction, Role>): void {
  const ranked = strangers
    .map(one => ({ one, score: 4 * sounds(one) + Math.max(...one.aliases.map(alias => supplies(text, alias))) }))
    .sort((a, b) => b.score - a.score)
  const free = roles.filter(role => ![...assigned.values()].includes(role))
  if (free.length === 0 || ranked.length === 0) return
  if (free.length === 2 && ranked.length === 1)
    assigned.set(ranked[0]?.one as Introduction, (ranked[0]?.score ?? 0) >= 0 ? 'provider' : 'customer')
  else
    for (const role of free) {
      const chosen = role === 'provider' ? ranked.shift() : ranked.pop()
      if (chosen !== undefined) assigned.set(chosen.one, role)
    }
}

const will = '(?:shall|will|must|agrees to|undertakes to)(?: \\w+ly| also)?'
const suppliesVerbs =
  'provide|host|supply|operate|deliver|furnish|invoice|train|tune|make|maintain|run|support|install|encrypt|open|develop|license|retrain|patch|answer'

/** Above zero where the text shows a name hosting, supplying and invoicing; below where it pays and receives. */
function supplies(text: string, alias: string): number {
  const name = literal(alias)
  const count = (source: string): number => [...text.matchAll(new RegExp(source, 'g'))].length
  const gives =
    count(`\\b${name} ${will} (?:${suppliesVerbs})\\b`) +
    count(`\\b${name}(?:['’]s)? (?:lets|grants|hosts|provides|runs|keeps|makes|operates|model|platform|gateway|servers|systems)\\b`)
  const pays = count(`\\b${name} (?:${will} )?(?:pays?|reimburses?)\\b`) + count(`\\b(?:pay|paid|payable) by (?:the )?${name}\\b`)
  const takes = count(
    `\\b(?:provides?|supply|supplies|grants?|available|furnish|deliver|licen[cs]es?|lets)[^.;\\n]{0,40} (?:to |the )(?:the )?${name}\\b`,
  )
  return gives - takes - 3 * pays
}

function partyOf(
  role: Role,
  text: string,
  own: readonly Introduction[],
  all: readonly Introduction[],
  nouns: readonly string[],
  names: Names,
  speaker: Role,
): Party | undefined {
  const aliases = new Set(own.flatMap(one => one.aliases))
  for (const one of own) for (const alias of one.name === undefined ? [] : shortNames(text, one.name, all)) aliases.add(alias)
  for (const noun of nouns) aliases.add(noun)
  for (const word of speaksPlainly(text, all) ? plainWords[role === speaker ? 'speaker' : 'addressee'] : []) aliases.add(word)
  const given = names[role]
  if (given !== undefined && ![...aliases].some(alias => bare(alias) === bare(given))) aliases.add(given)
  const other = names[otherThan(role)]
  for (const alias of [...aliases]) if (other !== undefined && bare(alias) === bare(other)) aliases.delete(alias)
  if (aliases.size === 0) return undefined
  const name = own.find(one => one.name !== undefined)?.name
  return { role, aliases: [...aliases], ...(name === undefined ? {} : { name }), ...(own[0] === undefined ? {} : { place: own[0].place }) }
}

const plainWords = { speaker: ['we', 'us', 'our', 'ours'], addressee: ['you', 'your', 'yours'] } as const

const suffix =
  /,?\s(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|LLP|PLC|plc|Corp|Corporation|Company|Co|GmbH|AG|SE|eG|S\.?A|B\.?V|N\.?V|Oy|AB|Pte|Pty|K\.K|S\.L|Ltda|Private Limited|Pvt|Designated Activity Company|DAC)\b\.?(?:\s.*)?$/i

/** "Quillhaven Systems, Inc." is also "Quillhaven Systems" and, where the text says so, "Quillhaven". */
function shortNames(text: string, name: string, all: readonly Introduction[]): string[] {
  const core = name.replace(suffix, '')
  const word = /^[\p{L}'’-]{4,}/u.exec(core)?.[0] ?? ''
  const proper = word === word.toUpperCase() ? word.slice(0, 1) + word.slice(1).toLowerCase() : word
  const shared = all.filter(one => one.name?.toLowerCase().startsWith(word.toLowerCase()) === true).length > 1
  const common = /^(?:City|County|State|University|Department|Ministry|Bank|National|First|United|Royal|Government|Board|The)$/.test(proper)
  const used = word !== '' && !shared && !common && text.split(new RegExp(`\\b${proper}\\b`)).length > (proper === word ? 2 : 1)
  return [name, ...(core === name ? [] : [core]), ...(used && proper !== core ? [proper] : [])]
}
