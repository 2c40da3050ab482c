// Plain YAML data to the nouns of domain/requirement.ts, with the defaults that authors may leave out.
// The data has been checked against the schema by then; what the schema cannot say is checked in lint.ts.
import type { ReasonCode } from '../domain/finding.ts'
import type { Concept, Coverage, Element, Example, Figure, Frame, FrameKind, Parameter, Requirement } from '../domain/requirement.ts'
import { frameKinds } from '../domain/requirement.ts'
import type { Data } from '../yaml/document.ts'

const list = (value: unknown): string[] =>
  Array.isArray(value) ? value.map(String) : value === undefined || value === null ? [] : [String(value)]

/** One entry of `concepts:`; a bare list is its phrases. */
export function toConcept(name: string, data: unknown): Concept {
  if (Array.isArray(data)) return { name, phrases: list(data), not: [] }
  const { phrases, not, thing, matter } = data as Data
  return { name, phrases: list(phrases), not: list(not), ...(thing === true ? { thing } : {}), ...(matter === true ? { matter } : {}) }
}

/** One entry of `requirements:`. */
export function toRequirement(clause: string, data: Data): Requirement {
  const frames = toFrames(data.says)
  const elements = Object.entries((data.elements ?? {}) as Record<string, Data>).map(([id, e]) => toElement(id, e))
  const coverage = data.coverage as Data | undefined
  const wording = data.wording as { firm: string; milder: string }
  return {
    id: String(data.id),
    clause,
    title: String(data.title),
    severity: data.severity as Requirement['severity'],
    owes: (data.owes ?? 'provider') as Requirement['owes'],
    hosted: data.hosted === true,
    asks: String(data.asks),
    why: String(data.why),
    wording: { firm: wording.firm.trim(), milder: wording.milder.trim() },
    parameters: toParameters(data.parameters as Record<string, Data> | undefined),
    topic: toFrames(data.topic),
    elements: elements.length > 0 ? elements : [{ id: 'duty', name: String(data.title), frames }],
    ...(coverage ? { coverage: toCoverage(coverage) } : {}),
    ...(data.figure ? { figure: toFigure(data.figure as Data) } : {}),
    tolerates: list(data.tolerates),
    request: (data.request ?? 'soft') as Requirement['request'],
    refused: (data.refused ?? 'conflict') as Requirement['refused'],
    ...(data.denial === true ? { denial: true as const } : {}),
    examples: toExamples((data.examples ?? {}) as Data),
  }
}

function toCoverage(data: Data): Coverage {
  return { whole: list(data.whole), part: list(data.part), ...(data['by-definition'] === true ? { byDefinition: true } : {}) }
}

function toElement(id: string, data: Data): Element {
  return { id, name: String(data.name), frames: toFrames(data.says) }
}

function toFrames(data: unknown): Frame[] {
  return ((data ?? []) as Data[]).map(toFrame)
}

function toFrame(data: Data): Frame {
  const kind = (frameKinds.find(k => data[k] !== undefined) ?? 'do') as FrameKind
  const groups = (data.with ?? []) as unknown[]
  return {
    kind,
    act: list(data[kind]),
    with: groups.some(Array.isArray) ? groups.map(list) : groups.length > 0 ? [list(groups)] : [],
    without: list(data.without),
    reach: (data.reach ?? 'section') as Frame['reach'],
    falls: list(data.falls) as ReasonCode[],
    ...(data.by ? { by: data.by as 'provider' | 'customer' | 'either' } : {}),
    ...(data.only === 'promise' ? { only: data.only } : {}),
  }
}

function toFigure(data: Data): Figure {
  return {
    unit: data.unit as Figure['unit'],
    bound: data.bound as Figure['bound'],
    parameter: String(data.parameter),
    absent: (data.absent ?? 'value') as Figure['absent'],
    words: list(data.words),
    of: list(data.of),
    recurring: data.recurring === true,
  }
}

function toParameters(data: Record<string, Data> | undefined): Parameter[] {
  return Object.entries(data ?? {}).map(([name, p]) => ({ name, value: String(p.value), note: String(p.note ?? '') }))
}

function toExamples(data: Data): Example[] {
  return (['met', 'partial', 'conflict', 'missing'] as const).flatMap(verdict =>
    ((data[verdict] ?? []) as (string | Data)[]).map(item =>
      typeof item === 'string'
        ? { verdict, reasons: [], text: item.trim() }
        : { verdict, reasons: list(item.reasons) as ReasonCode[], text: String(item.text).trim() },
    ),
  )
}
