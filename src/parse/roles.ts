// The nouns by which contracts call the two sides. Which party bears an invented name is settled in
// parse/parties.
import type { Role } from '../domain/contract.ts'

/** Nouns for the side that supplies, hosts or licenses the model; lower case. */
export const providerNouns: readonly string[] = ['provider', 'service provider', 'supplier', 'vendor', 'licensor', 'processor', 'contractor', 'seller', 'developer', 'consultant', 'bidder', 'offeror']

/** Nouns for the side that uses and pays; lower case. */
export const customerNouns: readonly string[] = ['customer', 'client', 'licensee', 'buyer', 'purchaser', 'controller', 'subscriber', 'institution', 'agency', 'authority', 'contracting authority', 'public organisation', 'bank', 'government', 'end user', 'procuring entity', 'purchasing entity']

const provider = new Set([...providerNouns, 'we', 'us', 'our', 'company', 'service provider', 'host', 'operator', 'lab', 'laboratory', 'ai provider'])
const customer = new Set([...customerNouns, 'you', 'your', 'user', 'subscriber', 'school', 'hospital', 'city', 'county', 'state', 'department', 'law firm', 'firm', 'ministry', 'commission', 'insurer', 'council', 'trust', 'member', 'participant'])

/** The role that a noun names by itself, the article apart. */
export function roleOfNoun(noun: string): Role | undefined {
  const bare = noun.toLowerCase().replace(/^the /, '').trim()
  if (provider.has(bare)) return 'provider'
  return customer.has(bare) ? 'customer' : undefined
}
