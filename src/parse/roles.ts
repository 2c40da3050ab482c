// The nouns by which contracts call the two sides, and which of them a text uses. Which party bears an
// invented name is settled in parse/parties.
import type { Role } from '../domain/contract.ts'

interface Nouns {
  /** Name the role wherever they stand. */
  readonly firm: readonly string[]
  /** Name it only where the contract calls a party so: any bank is a "bank". */
  readonly loose: readonly string[]
}

const nouns: Record<Role, Nouns> = {
  provider: {
    firm: ['service provider', 'outsourced provider', 'provider', 'supplier', 'vendor', 'licensor', 'processor', 'seller'],
    loose: [
      'contractor',
      'developer',
      'grantor',
      'consultant',
      'company',
      'host',
      'operator',
      'offeror',
      'ai provider',
      'lab',
      'laboratory',
      'business associate',
      'manufacturer',
      'contracted party',
      'executor',
      'performer',
      'implementer',
    ],
  },
  customer: {
    firm: ['customer', 'client', 'licensee', 'buyer', 'purchaser', 'subscriber', 'controller'],
    loose: [
      'principal',
      'grantee',
      'bank',
      'institution',
      'agency',
      'authority',
      'contracting authority',
      'public organisation',
      'organisation',
      'government',
      'procuring entity',
      'purchasing entity',
      'user',
      'school',
      'hospital',
      'city',
      'county',
      'state',
      'department',
      'law firm',
      'firm',
      'ministry',
      'commission',
      'insurer',
      'council',
      'member',
      'company',
      'covered entity',
      'health system',
      'health plan',
      'clinic',
      'practice',
      'trust',
      'commonwealth',
      'researcher',
      'municipality',
      'contracting party',
    ],
  },
}

/** Whether a noun names its role wherever it stands: "Supplier", "Licensee". */
export function isFirmNoun(noun: string): boolean {
  const bare = noun.toLowerCase().replace(/^the /, '').trim()
  return nouns.provider.firm.includes(bare) || nouns.customer.firm.includes(bare)
}

/** The role that a noun names by itself, the article apart; "Company" names neither. */
export function roleOfNoun(noun: string): Role | undefined {
  const bare = noun.toLowerCase().replace(/^the /, '').trim()
  if (bare === 'company') return undefined
  if (/^(?:we|us|our)$/.test(bare)) return 'provider'
  if (/^(?:you|your)$/.test(bare)) return 'customer'
  if (nouns.provider.firm.includes(bare) || nouns.provider.loose.includes(bare)) return 'provider'
  return nouns.customer.firm.includes(bare) || nouns.customer.loose.includes(bare) ? 'customer' : undefined
}

/**
 * The role nouns that a text uses, as it writes them.
 * @param introduced whether the contract names its parties: then only firm nouns with a capital count
 * @param taken nouns in lower case that are spoken for: party names, and terms that mean something else
 */
export function nounsUsed(text: string, introduced: boolean, taken: ReadonlySet<string>): Record<Role, string[]> {
  const found: Record<Role, string[]> = { provider: [], customer: [] }
  for (const role of ['provider', 'customer'] as const) found[role] = capitalised(text, nouns[role].firm, taken, false)
  if (introduced) return found
  for (const role of ['customer', 'provider'] as const) {
    if (found[role].length > 0) continue
    const other = found[role === 'provider' ? 'customer' : 'provider']
    found[role] = capitalised(
      text,
      nouns[role].loose.filter(noun => noun !== 'company' || companyFits(role, other)),
      taken,
      true,
    )
    if (found[role].length === 0) found[role] = lowerCase(text, nouns[role].firm, taken)
    if (found[role].length === 0) found[role] = acting(text, nouns[role].loose, taken)
  }
  return found
}

/** "The Company" is whichever side has no name yet, and the provider where neither has. */
function companyFits(role: Role, other: readonly string[]): boolean {
  return role === 'provider' || other.length > 0
}

function capitalised(text: string, candidates: readonly string[], taken: ReadonlySet<string>, asParty: boolean): string[] {
  const titles = candidates.filter(noun => !taken.has(noun)).map(title)
  const source = `\\b(${[...titles, ...titles.map(noun => noun.toUpperCase())].join('|')})\\b${asParty ? "(?=['’]s| (?:shall|will|may|must|is|has|undertakes|agrees|data|covenants|warrants|cooperates|keeps|informs))" : ''}`
  const counts = new Map<string, number>()
  if (titles.length === 0) return []
  for (const match of text.matchAll(new RegExp(asParty ? `${source}|\\b[Tt]he (${titles.join('|')})\\b(?! of)` : source, 'g'))) {
    const noun = title((match[1] ?? match[2] ?? '').toLowerCase())
    counts.set(noun, (counts.get(noun) ?? 0) + 1)
  }
  const used = titles.filter(noun => counts.has(noun))
  // Of loose nouns only the commonest: a "Council" beside the "Public Organisation" is another body.
  return asParty ? used.sort((a, b) => (counts.get(b) ?? 0) - (counts.get(a) ?? 0)).slice(0, 1) : used
}

function lowerCase(text: string, candidates: readonly string[], taken: ReadonlySet<string>): string[] {
  const free = candidates.filter(noun => !taken.has(noun))
  if (free.length === 0) return []
  const seen = new Set<string>()
  for (const match of text.matchAll(new RegExp(`\\b(?:[Tt]he|[Ee]ach|[Oo]ur|[Aa]ny|[Aa]) (${free.join('|')})\\b`, 'g')))
    seen.add(match[1] ?? '')
  return free.filter(noun => seen.has(noun))
}

/** Loose nouns in lower case that the text has act: "the contracting authority shall". */
function acting(text: string, candidates: readonly string[], taken: ReadonlySet<string>): string[] {
  const free = candidates.filter(noun => !taken.has(noun) && noun !== 'company')
  const seen = [
    ...text.matchAll(
      new RegExp(
        `\\b[Tt]he (${[...free].sort((a, b) => b.length - a.length).join('|')}) (?:shall|will|must|may|undertakes|ensures)\\b`,
        'g',
      ),
    ),
  ].map(m => m[1] ?? '')
  return [...new Set(seen)].slice(0, 1)
}

const title = (noun: string): string => noun.replace(/\b\p{L}/gu, letter => letter.toUpperCase())
