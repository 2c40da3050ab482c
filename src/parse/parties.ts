// Who the provider and the customer are, and every way the contract speaks of them. Introductions come
// first (parse/introductions), then role nouns, then what each of two strangers does in the text.
import type { Contract, Party, Provision, Role } from '../domain/contract.ts'
import type { Manuscript } from '../domain/manuscript.ts'
import { type Introduction, introductionsOf } from './introductions.ts'
import { customerNouns, providerNouns, roleOfNoun } from './roles.ts'

interface Names {
  readonly provider?: string
  readonly customer?: string
}

/** Provider and customer, in that order, where the text shows them. */
export function findParties(documents: readonly Manuscript[], provisions: readonly Provision[], names: Names): Contract['parties'] {
  const text = documents.map((document) => document.text).join('\n')
  const introduced = introductionsOf(documents, provisions).filter((one) => one.aliases.length > 0)
  const roles = assignRoles(text, introduced, names)
  const parties: Party[] = []
  for (const role of ['provider', 'customer'] as const) {
    const party = partyOf(role, text, introduced.filter((one) => roles.get(one) === role), introduced, names)
    if (party !== undefined) parties.push(party)
  }
  return parties
}

const same = (a: string, b: string): boolean => a.replace(/^the /i, '').toLowerCase() === b.replace(/^the /i, '').toLowerCase()

function namedAs(one: Introduction, name: string): boolean {
  return [one.name ?? '', ...one.aliases].some((alias) => alias !== '' && (same(alias, name) || same(alias.split(/[\s,]/)[0] ?? '', name)))
}

function assignRoles(text: string, introduced: readonly Introduction[], names: Names): Map<Introduction, Role> {
  const roles = new Map<Introduction, Role>()
  for (const one of introduced) {
    const forced = names.provider !== undefined && namedAs(one, names.provider) ? 'provider' : names.customer !== undefined && namedAs(one, names.customer) ? 'customer' : undefined
    const role = forced ?? one.aliases.map(roleOfNoun).find((found) => found !== undefined)
    if (role !== undefined && (forced !== undefined || !contradicted(one, role, names))) roles.set(one, role)
  }
  const strangers = introduced.filter((one) => !roles.has(one) && one.party)
  if (strangers.length > 0) assignStrangers(text, strangers, roles)
  return roles
}

/** The user said that somebody else is the provider. */
function contradicted(one: Introduction, role: Role, names: Names): boolean {
  const name = names[role]
  return name !== undefined && !namedAs(one, name)
}

function assignStrangers(text: string, strangers: readonly Introduction[], roles: Map<Introduction, Role>): void {
  const taken = new Set(roles.values())
  const ranked = strangers.map((one) => ({ one, score: Math.max(...one.aliases.map((alias) => providerScore(text, alias))) })).sort((a, b) => b.score - a.score)
  if (!taken.has('provider') && (taken.has('customer') || ranked.length > 1 || (ranked[0]?.score ?? 0) > 0)) {
    const best = ranked.shift()
    if (best !== undefined) roles.set(best.one, 'provider')
  }
  const last = ranked.pop()
  if (last !== undefined && !taken.has('customer')) roles.set(last.one, 'customer')
}

/** Above zero where the text shows a name hosting, supplying and invoicing; below where it pays and receives. */
function providerScore(text: string, alias: string): number {
  const name = alias.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
  const count = (source: string): number => [...text.matchAll(new RegExp(source, 'g'))].length
  const gives = count(`\\b${name} (?:shall|will|must|agrees to) (?:\\w+ )?(?:provide|host|supply|operate|deliver|furnish|invoice|train|tune|train|make available|maintain|run|support|keep the|install|encrypt)\\b`)
  const takes = count(`\\b${name} (?:shall|will|must|agrees to) (?:\\w+ )?(?:pay|reimburse|use|accept|order)\\b|\\b(?:invoice|to|by) (?:the )?${name} (?:shall|for the use|under an order)|\\b(?:pay|paid|payable) by (?:the )?${name}\\b|\\b(?:provide|supply|grants?|make available|furnish)[^.;\\n]{0,60} to (?:the )?${name}\\b`)
  const pays = count(`\\b${name} (?:shall|will|must) pay\\b`)
  return gives - takes - 2 * pays
}

function partyOf(role: Role, text: string, own: readonly Introduction[], all: readonly Introduction[], names: Names): Party | undefined {
  const aliases = new Set(own.flatMap((one) => one.aliases))
  const first = own[0]
  const name = own.find((one) => one.name !== undefined)?.name
  for (const alias of own.flatMap((one) => (one.name === undefined ? [] : shortNames(text, one.name, all)))) aliases.add(alias)
  for (const noun of occurring(text, role, all)) aliases.add(noun)
  const given = names[role]
  if (given !== undefined) aliases.add(given)
  if (speaksPlainly(text) && !all.some((one) => one.aliases.some((alias) => /^(?:we|us|you)$/i.test(alias)))) for (const word of plainWords[role]) aliases.add(word)
  const other = names[role === 'provider' ? 'customer' : 'provider']
  if (other !== undefined) for (const alias of [...aliases]) if (same(alias, other)) aliases.delete(alias)
  if (aliases.size === 0) return undefined
  return { role, aliases: [...aliases], ...(name === undefined ? {} : { name }), ...(first === undefined ? {} : { place: first.place }) }
}

const plainWords: Record<Role, readonly string[]> = { provider: ['we', 'us', 'our', 'ours'], customer: ['you', 'your', 'yours'] }

function speaksPlainly(text: string): boolean {
  return /\b(?:[Ww]e|[Yy]ou)(?:['’](?:ll|re|ve|d))? (?:will|shall|must|may|do|don['’]t|won['’]t|can|cannot|can['’]t|are|have|keep|log|agree|encrypt|never|also|only|use|\w+)\b/.test(text)
}

/** "Quillhaven Systems, Inc." is also "Quillhaven Systems" and, where the text says so, "Quillhaven". */
function shortNames(text: string, name: string, all: readonly Introduction[]): string[] {
  const bare = name.replace(/,?\s(?:Inc|Incorporated|Ltd|Limited|LLC|L\.L\.C|LLP|PLC|plc|Corp|Corporation|Company|Co|GmbH|AG|S\.?A|B\.?V|N\.?V|Pte|Pty|Private Limited|Pvt)\b\.?.*$/i, '')
  const word = /^[\p{L}'’-]{4,}/u.exec(bare)?.[0] ?? ''
  const shared = all.filter((one) => one.name?.toLowerCase().startsWith(word.toLowerCase()) === true).length > 1
  const proper = word === '' ? word : word === word.toUpperCase() ? word.slice(0, 1) + word.slice(1).toLowerCase() : word
  const used = proper !== '' && !shared && !/^(?:City|County|State|University|Department|Ministry|Bank|National|First|United|Royal|Government|Board)$/.test(proper) && text.split(new RegExp(`\\b${proper.replace(/['’]/g, "['’]")}\\b`)).length > 2
  return [name, ...(bare === name ? [] : [bare]), ...(used && proper !== bare ? [proper] : [])]
}

/** Role nouns that the text uses: capitalised, or in lower case with an article where nobody is introduced. */
function occurring(text: string, role: Role, all: readonly Introduction[]): string[] {
  const own = role === 'provider' ? providerNouns : customerNouns
  const taken = new Set(all.flatMap((one) => one.aliases.map((alias) => alias.toLowerCase().replace(/^the /, ''))))
  const lower = !all.some((one) => one.party)
  const found: string[] = []
  for (const noun of own) {
    if (taken.has(noun)) continue
    const title = noun.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())
    if (new RegExp(`\\b${title}(?:['’]s)?\\b`).test(text)) found.push(title)
    else if (lower && new RegExp(`\\b(?:the|each|our|a|any) ${noun}\\b`, 'i').test(text)) found.push(noun)
  }
  return found
}
