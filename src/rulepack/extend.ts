// What becomes of the packs that a pack builds on: the requirements of the one it extends with `changes:` made and its own
// added, the concepts of those it uses. Where the packs lie is for sources.ts.
import type { Concept, Frame, Requirement, RulePack } from '../domain/requirement.ts'
import type { Data } from '../yaml/document.ts'

/** A pack with its own concepts, requirements and changes laid over those of the pack that it extends. */
export function extend(base: RulePack, own: RulePack, changes: Readonly<Record<string, Data>>): RulePack {
  const off = Object.entries(changes).flatMap(([requirement, c]) => (c.off === undefined ? [] : [{ requirement, reason: String(c.off) }]))
  const replaced = new Set([...off.map(o => o.requirement), ...own.requirements.map(r => r.id)])
  const kept = base.requirements.filter(r => !replaced.has(r.id)).map(r => ({ from: base.id, ...changed(r, changes[r.id] ?? {}) }))
  const clauses = [...base.clauses, ...own.clauses.filter(c => !base.clauses.some(b => b.id === c.id))]
  const checklist = [...base.checklist.filter(i => !own.checklist.some(o => o.id === i.id)), ...own.checklist]
  const requirements = [...kept, ...own.requirements]
  return {
    ...own,
    concepts: new Map([...base.concepts, ...own.concepts]),
    clauses,
    requirements,
    checklist: withoutOff(checklist, off),
    off: [...base.off, ...off],
    ...learnt(base, own),
  }
}

// Of a requirement that a pack words anew, what was learnt of the old one says nothing.
function learnt({ relevance, impressions }: RulePack, own: RulePack): Pick<RulePack, 'relevance' | 'impressions'> {
  const reworded = new Set(own.requirements.map(r => r.id))
  const kept = <T extends { readonly requirements: readonly string[] }>(all: T): T => ({
    ...all,
    requirements: all.requirements.map(id => (reworded.has(id) ? '' : id)),
  })
  return {
    ...(own.relevance === undefined && relevance !== undefined && { relevance: kept(relevance) }),
    ...(own.impressions === undefined && impressions !== undefined && { impressions: kept(impressions) }),
  }
}

function changed(requirement: Requirement, change: Data): Requirement {
  const set = new Map(Object.entries((change.parameters ?? {}) as Data))
  const parameters = requirement.parameters.map(p => ({ ...p, value: String(set.get(p.name) ?? p.value) }))
  return { ...requirement, severity: (change.severity ?? requirement.severity) as Requirement['severity'], parameters }
}

// An item of the checklist all of whose parts are switched off has nothing to say.
function withoutOff(checklist: RulePack['checklist'], off: RulePack['off']): RulePack['checklist'] {
  const gone = new Set(off.map(o => o.requirement))
  return checklist.map(item => ({ ...item, parts: item.parts.filter(id => !gone.has(id)) })).filter(item => item.parts.length > 0)
}

/** A pack with those concepts of the packs it uses that its own words name, directly or by way of another concept. */
export function withConcepts(pack: RulePack, used: readonly RulePack[]): RulePack {
  const available = new Map(used.flatMap(u => [...u.concepts]))
  const wanted = [...[...pack.concepts.values()].flatMap(phrasesOfConcept), ...pack.requirements.flatMap(phrasesOf)].flatMap(namesIn)
  const taken = new Map<string, Concept>()
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    const concept = available.get(name)
    if (concept === undefined || taken.has(name) || pack.concepts.has(name)) continue
    taken.set(name, concept)
    wanted.push(...phrasesOfConcept(concept).flatMap(namesIn))
  }
  return { ...pack, concepts: new Map([...taken, ...pack.concepts]) }
}

function namesIn(phrase: string): string[] {
  return [...phrase.matchAll(/<([a-z0-9.-]+)>/g)].map(match => match[1] ?? '')
}

function phrasesOfConcept({ phrases, not }: Concept): string[] {
  return [...phrases, ...not]
}

function phrasesOf({ topic, elements, coverage, figure, tolerates }: Requirement): string[] {
  const frames = [...topic, ...elements.flatMap(e => e.frames)].flatMap(phrasesOfFrame)
  return [...frames, ...(coverage?.whole ?? []), ...(coverage?.part ?? []), ...(figure?.words ?? []), ...(figure?.of ?? []), ...tolerates]
}

function phrasesOfFrame(frame: Frame): string[] {
  return [...frame.act, ...frame.with.flat(), ...frame.without]
}
