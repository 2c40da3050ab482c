// The findings of saved reports gathered by the controls of a framework. A control stands no better than the worst of its
// requirements; a waiver or a baseline excuses a gap and does not close it.
import {
  type Catalogue,
  type Citation,
  type Citations,
  type CitedFinding,
  type Control,
  type Gathering,
  type Place,
  relations,
  type Standing,
} from '../domain/control.ts'
import { type Verdict, verdicts } from '../domain/finding.ts'
import { isRecord, type Loose, recordsOf } from '../domain/json.ts'

/** Worst first. What could not be read is no better than missing, which at least is known. */
const worstFirst: readonly Verdict[] = ['conflict', 'missing', 'unread', 'partial', 'met']

/**
 * The reports of a saved file (known to be one) gathered by a framework. Reports that carry no citations of their own, as
 * those of older versions, get those of `citations` by the id of their pack.
 */
export function gathered(json: unknown, catalogue: Catalogue, citations: (pack: string) => Citations): Gathering[] {
  const reports = isRecord(json) && Array.isArray(json.reports) ? json.reports : [json]
  return reports.filter(isRecord).map(report => gatheringOf(report, catalogue, citations))
}

/** Frameworks that the reports of a saved file cite and that do not ship, as those that a pack brought: as far as they are cited. */
export function strangeCatalogues(json: unknown, known: readonly Catalogue[]): Catalogue[] {
  const reports = isRecord(json) && Array.isArray(json.reports) ? json.reports : [json]
  const findings = reports.filter(isRecord).flatMap(report => recordsOf(report.findings))
  const all = new Map<string, Catalogue & { readonly controls: Control[] }>()
  for (const { framework, edition, id, title } of findings.flatMap(({ controls }) => recordsOf(controls).flatMap(citationOf))) {
    const key = `${framework}-${edition}`
    if (known.some(catalogue => catalogue.key === key)) continue
    const one = all.get(key) ?? { key, framework, edition, title: framework, extent: 'cited', source: 'the report', controls: [] }
    if (!one.controls.some(control => control.id === id)) one.controls.push({ id, ...(title === undefined ? {} : { title }) })
    all.set(key, one)
  }
  return [...all.values()]
}

/** Contracts of a saved run for which there is no report. */
export function unreportedIn(json: unknown): string[] {
  return isRecord(json) ? recordsOf(json.failures).map(({ document }) => String(document)) : []
}

function gatheringOf(report: Loose, catalogue: Catalogue, citations: (pack: string) => Citations): Gathering {
  const documents = recordsOf(report.documents).map(({ name }) => String(name))
  const [pack, summary] = [report.pack, report.summary].map(part => (isRecord(part) ? part : {})) as [Loose, Loose]
  const findings = recordsOf(report.findings)
  const map = findings.some(({ controls }) => Array.isArray(controls)) ? undefined : citations(String(pack.id))
  const cited = findings.map(finding => citedFinding(finding, documents, map))
  const standings = standingsIn(cited, catalogue)
  const touched = new Set(standings.map(({ control }) => control.id))
  return {
    documents,
    pack: { id: String(pack.id), version: String(pack.version), title: String(pack.title ?? pack.id) },
    result: String(summary.result),
    failOn: String(summary.failOn),
    met: cited.filter(({ verdict }) => verdict === 'met').length,
    of: cited.length,
    standings,
    untouched: catalogue.controls.filter(({ id }) => !touched.has(id)),
    uncited: cited.filter(({ controls }) => !controls.some(one => isOf(one, catalogue))).map(({ requirement }) => requirement),
  }
}

/** In the order of the catalogue; ids of a saved report that it does not hold stand at the end. */
function standingsIn(findings: readonly CitedFinding[], catalogue: Catalogue): Standing[] {
  const parts = partsByControl(findings, catalogue)
  const known = new Set(catalogue.controls.map(({ id }) => id))
  const strange = [...parts].filter(([id]) => !known.has(id)).map(([id, { title }]) => (title === undefined ? { id } : { id, title }))
  return [...catalogue.controls, ...strange].flatMap(control => standingOf(control, parts.get(control.id)?.parts ?? []))
}

type Parts = Map<string, { readonly title?: string | undefined; readonly parts: Standing['parts'][number][] }>

/** One pass over all citations, however many a file holds; a finding counts once for a control. */
function partsByControl(findings: readonly CitedFinding[], catalogue: Catalogue): Parts {
  const all: Parts = new Map()
  for (const finding of findings)
    for (const { id, title, relation } of finding.controls.filter(one => isOf(one, catalogue))) {
      const named = all.get(id) ?? { title, parts: [] }
      if (named.parts.at(-1)?.finding !== finding) named.parts.push({ relation, finding })
      all.set(id, named)
    }
  return all
}

function standingOf(control: Control, parts: Standing['parts']): Standing[] {
  const relation = relations.find(kind => parts.some(part => part.relation === kind))
  const verdict = worstFirst.find(kind => parts.some(({ finding }) => finding.verdict === kind))
  return relation === undefined || verdict === undefined ? [] : [{ control, verdict, relation, parts: closestFirst(parts) }]
}

function closestFirst(parts: Standing['parts']): Standing['parts'] {
  return relations.flatMap(kind => parts.filter(({ relation }) => relation === kind))
}

function isOf({ framework, edition }: Citation, catalogue: Catalogue): boolean {
  return framework === catalogue.framework && edition === catalogue.edition
}

function citedFinding(finding: Loose, documents: readonly string[], map: Citations | undefined): CitedFinding {
  const requirement = String(finding.requirement)
  return {
    requirement,
    title: String(finding.title ?? requirement),
    verdict: verdicts.find(verdict => verdict === finding.verdict) ?? 'unread',
    places: placesOf(finding.evidence, documents),
    waived: isRecord(finding.waiver),
    known: finding.known === true,
    shortOf: recordsOf(finding.profiles).flatMap(({ profile, verdict }) => (verdict === 'met' ? [] : [String(profile)])),
    controls: map === undefined ? recordsOf(finding.controls).flatMap(citationOf) : (map.get(requirement) ?? []),
  }
}

function citationOf({ framework, edition, id, title, relation: named }: Loose): Citation[] {
  const relation = relations.find(kind => kind === named)
  if (relation === undefined) return []
  const titled = typeof title === 'string' ? { title } : {}
  return [{ framework: String(framework), edition: String(edition), id: String(id), ...titled, relation }]
}

/** Each place once. */
function placesOf(evidence: unknown, documents: readonly string[]): Place[] {
  const places = recordsOf(evidence).map(({ document, section, page }) => ({
    document: documents[Number(document)] ?? '',
    section: String(section ?? ''),
    ...(typeof page === 'number' ? { page } : {}),
  }))
  return [...new Map(places.map(place => [JSON.stringify(place), place])).values()]
}
