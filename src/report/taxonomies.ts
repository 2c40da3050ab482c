// Published controls in SARIF: each framework a taxonomy with the controls that are cited, each rule with its relationships
// to them (SARIF 2.1.0, 3.14.8 and 3.49.15). Tags would not do: services take no more than ten of a rule.
import type { Citation, Relation } from '../domain/control.ts'
import type { Report } from '../domain/report.ts'

interface Taxonomy {
  readonly name: string
  readonly version: string
  readonly taxa: readonly { readonly id: string; readonly name?: string }[]
}

/** The words that SARIF has for how a rule and a taxon go together. */
const kinds: Readonly<Record<Relation, readonly string[]>> = { equivalent: ['equal'], supports: ['relevant'], related: ['relevant'] }

/** The frameworks that the packs of the reports are cited for, each with the controls cited. */
export function taxonomiesOf(reports: readonly Report[]): Taxonomy[] {
  const taxonomies = new Map<string, { version: string; taxa: Map<string, Taxonomy['taxa'][number]> }>()
  for (const citation of reports.flatMap(citationsIn)) {
    const { edition, id, title } = citation
    const taxonomy = taxonomies.get(nameOf(citation)) ?? { version: edition, taxa: new Map() }
    taxonomy.taxa.set(id, title === undefined ? { id } : { id, name: title })
    taxonomies.set(nameOf(citation), taxonomy)
  }
  return [...taxonomies].map(([name, { version, taxa }]) => ({ name, version, taxa: [...taxa.values()] }))
}

/** What the description of the tool says of them; nothing where there are none. */
export function supportedOf(taxonomies: readonly Taxonomy[]): { supportedTaxonomies?: object[] } {
  return taxonomies.length === 0 ? {} : { supportedTaxonomies: taxonomies.map(({ name }, index) => ({ name, index })) }
}

function citationsIn({ pack }: Report): Citation[] {
  return [...(pack.controls?.values() ?? [])].flat()
}

function nameOf({ framework, edition }: Citation): string {
  return `${framework}-${edition}`
}

/** The relationships of a rule, as a part of its description; nothing where it is cited for no control. */
export function relationshipsOf(rule: string, reports: readonly Report[], taxonomies: readonly Taxonomy[]): { relationships?: object[] } {
  const citations = reports.map(({ pack }) => pack.controls?.get(rule)).find(found => found !== undefined)
  return citations === undefined ? {} : { relationships: citations.map(citation => relationship(citation, taxonomies)) }
}

function relationship(citation: Citation, taxonomies: readonly Taxonomy[]): object {
  const name = nameOf(citation)
  const index = taxonomies.findIndex(taxonomy => taxonomy.name === name)
  const at = taxonomies[index]?.taxa.findIndex(({ id }) => id === citation.id) ?? -1
  const target = { id: citation.id, index: at, toolComponent: { name, index } }
  return { target, kinds: kinds[citation.relation], properties: { relation: citation.relation } }
}
