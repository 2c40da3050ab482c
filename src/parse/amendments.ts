// Provisions that change others: "Section 4.5 is deleted", "the second sentence of clause 5.3 is struck out", "Clause 5.1 is
// replaced by the following: ...". What is then no longer in force is told by id; words for words are parse/rewording's business.
import type { Contract, Provision, Zone } from '../domain/contract.ts'
import { table } from '../domain/table.ts'
import {
  attachmentNamed,
  citation,
  citedSections,
  type Numbered,
  numberSections,
  sectionNumbered,
  withinSections,
  wordsAt,
} from './citing.ts'

export type Outline = Pick<Contract, 'documents' | 'sections' | 'provisions'>

/** An instruction, and the sections that it is about. */
export interface Instruction {
  readonly provision: Provision
  /** Its words are not those of the provision but lead it in: what it leads in is new. */
  readonly leads: boolean
  readonly words: string
  readonly sections: readonly number[]
}

const changing =
  /\b(?:delet|replac|substitut|omit|struck|strik|cancel|revok|withdrawn|supersed|repeal|rescind|restat|amend|read|remov|insert|add|chang|reduc|increas|exten|shorten|lengthen|lower|rais|alter|vari|not used|instead|becomes?|period|deadline|time limit|interval)/i

/** What may be an instruction to change other provisions, in the order of the contract. */
export function findInstructions(outline: Outline): Instruction[] {
  const numbered = numberSections(outline.sections)
  const seen = new Set<string>()
  const all = outline.provisions.flatMap(provision => {
    if (!changeable.has(provision.zone)) return []
    const leading = provision.leadIns.flatMap(lead => {
      const words = wordsAt(outline, provision.document, lead)
      const key = `${provision.document} ${lead.start}`
      if (seen.has(key) || !changing.test(words)) return []
      seen.add(key)
      return [{ provision, words, leads: true, sections: citedSections(words, provision, outline, numbered) }]
    })
    const words = wordsAt(outline, provision.document, provision.span)
    if (!changing.test(words)) return leading
    return [...leading, { provision, words, leads: false, sections: sectionsMeant(provision, words, outline, numbered) }]
  })
  return all.filter(one => one.sections.length > 0 || /\b(?:throughout|wherever|each|every|all)\b/i.test(one.words)).slice(0, most)
}

/** Each is held against all provisions; no contract has more. */
const most = 2000

const changeable: ReadonlySet<Zone> = new Set(['operative', 'annex', 'definition'])

/** 'Clause 4.3: for "48 hours" read "72 hours"': the number of the instruction is that of the clause it changes. */
const ordering = /^\W*(?:delete|omit|strike|remove|replace|substitute|insert|add|for|in|after|not used)/i

/** Those named in its own words; failing that in its first cell, in what leads it in, in its heading, or by its own number. */
function sectionsMeant(provision: Provision, words: string, outline: Outline, numbered: Numbered): number[] {
  const own = citedSections(words, provision, outline, numbered, partMeant(provision, outline))
  if (own.length > 0) return own
  const cell = provision.cells?.[0]
  const code = cell === undefined ? undefined : sectionNumbered(wordsAt(outline, provision.document, cell), provision, outline, numbered)
  if (code !== undefined) return [code]
  for (const lead of [...provision.leadIns].reverse()) {
    const led = citedSections(wordsAt(outline, provision.document, lead), provision, outline, numbered)
    if (led.length > 0) return led
  }
  const { heading, number = '' } = outline.sections[provision.section] ?? {}
  const headed = heading === undefined ? [] : citedSections(wordsAt(outline, provision.document, heading), provision, outline, numbered)
  if (headed.length > 0 || !ordering.test(words)) return headed
  const same = sectionNumbered(number, provision, outline, numbered)
  return same === undefined ? [] : [same]
}

/** "The following changes are made to Annex A:" says of what the clauses are that follow. */
function partMeant({ document, leadIns }: Provision, outline: Outline): string | undefined {
  return leadIns.map(lead => attachmentNamed(wordsAt(outline, document, lead))).findLast(part => part !== undefined)
}

const gone =
  '(?:deleted|omitted|removed|struck(?: out| through)?|stricken|cancelled|canceled|revoked|withdrawn|superseded|repealed|rescinded|replaced|substituted|(?:amended and )?restated|amended(?: so as)? to read|amended to state|changed to(?=:))'
const subject = new RegExp(
  `^([^"“]{0,200}?)\\b(?:the )?(${citation})([^"“.;]{0,160}?)\\s(?:(?:is|are|be|has been|have been|shall be|will be|stands?)\\s(?:hereby |deemed |to be |also |therefore |entirely |accordingly ){0,3}${gone}|(?:shall|will|is to|now)?\\s?(?:be )?reads? (?:in (?:its|their) entirety )?as follows)\\b`,
  'iu',
)
const order = new RegExp(
  `^([^"“]{0,120}?)\\b(?:delete|omit|remove|strike(?: out)?|repeal|replace|substitute) (?:the (?:whole|entirety|text) of )?(?:the )?(${citation})()`,
  'iu',
)
const instead = new RegExp(
  `^([^"“]{0,120}?)\\b(?:for|in place of|in lieu of|instead of) (?:the )?(${citation})()[^"“.;]{0,80}?\\b(?:substitut\\w+|the following)`,
  'iu',
)
const label = new RegExp(
  `^()(?:(${citation})|[^|]{1,40}\\|[^|]{0,60}(?=\\|)|[^|]{1,40})()[^|\\w]{0,3}[:|–—-]\\s*(?:to be )?(?:deleted?|omit(?:ted)?|not used|struck(?: out)?|removed?)\\b`,
  'iu',
)

// Words that may stand before the clauses that are changed: the number of the instruction, a date, "the parties agree that".
const opening =
  /^\W*(?:[A-Z]{1,4}[-. ]?\d{1,3}(?:\.\d{1,3}){0,2}[.:)]?)?\W*$|[,:;–—]\s*(?:the )?$|\b(?:that|agreed?|hereby|and|whole of|entirety of|text of|existing|current|original|shall|to)\s(?:the )?$/i
const finite = /\b(?:shall|must|will|may|can|is|are|was|were|has|have|does|do|which|who|whose|not)\b/i
const partly =
  /^\W*(?:to the extent|in so far|insofar|as regards|in respect of|with respect to|in relation to|where|when|if|only|unless|except|for (?!the following|all purposes))\b/i

/** The ids of the provisions that are taken out of force as a whole, the instructions included that say no more than that. */
export function findDeleted(outline: Outline, instructions: readonly Instruction[]): Set<number> {
  const deleted = new Set<number>()
  const numbered = numberSections(outline.sections)
  for (const instruction of instructions) {
    if (instruction.sections.length === 0) continue
    const targets = sentencesMeant(outline, instruction) ?? clausesMeant(outline, numbered, instruction)
    for (const id of targets) deleted.add(id)
    if (targets.length > 0 && !instruction.leads && !bringsWords(instruction)) deleted.add(instruction.provision.id)
  }
  return deleted
}

function clausesMeant(outline: Outline, numbered: Numbered, instruction: Instruction): number[] {
  const { provision, words, sections } = instruction
  const patterns = provision.cells === undefined ? [subject, order, instead] : [subject, order, instead, label]
  const said = firstMatch(patterns, words)
  const rest = words.slice(said?.[0].length)
  if (said === undefined || finite.test(said[3] ?? '') || partly.test(rest)) return []
  const named = citedSections(`${said[2] ?? ''}${said[3] ?? ''}`, provision, outline, numbered, partMeant(provision, outline))
  // A clause that is named and not found is none of those that only lead in.
  if (named.length === 0 && said[2] !== undefined) return []
  const within = withinSections(named.length > 0 ? named : sections, outline.sections)
  const kept = withinSections([provision.section, ...citedSections(rest, provision, outline, numbered)], outline.sections)
  const all = outline.provisions.filter(one => within.has(one.section) && !kept.has(one.section))
  return all.filter(one => !isNew(one, instruction, outline)).map(one => one.id)
}

function firstMatch(patterns: readonly RegExp[], words: string): RegExpExecArray | undefined {
  for (const pattern of patterns) {
    const match = pattern.exec(words)
    if (match !== null && opening.test(match[1] ?? '')) return match
  }
  return undefined
}

const replacing = /replac|substitut|restat|reads?\b|following/i

/** Where an instruction to replace brings no words along, the clauses further down that bear the number are the new ones. */
function isNew({ document, span }: Provision, instruction: Instruction, { documents, provisions }: Outline): boolean {
  const { provision, words } = instruction
  if (document !== provision.document || span.start < provision.span.end || !replacing.test(words)) return false
  if (instruction.leads || bringsWords(instruction)) return false
  const next = provisions[provision.id + 1]
  const quoted = next !== undefined && /^\W{0,3}["“]/.test(wordsAt({ documents }, document, next.span))
  return !quoted && !(words.trimEnd().endsWith(':') && next?.section === provision.section)
}

const ordinals = table<number>({ first: 0, opening: 0, second: 1, third: 2, fourth: 3, fifth: 4, sixth: 5 })
const sentence =
  /\bthe (first|opening|second|third|fourth|fifth|sixth|last|final|closing|penultimate)(?:(?:,| and|, and) (?:the )?(first|second|third|fourth|fifth|last|final))? sentences?\b/i
const ending = new RegExp(`\\b(?:${gone}|delete|omit|strike|remove|replace)\\b`, 'i')

/** "the second sentence of clause 5.3 is deleted": none where no sentence is named. */
function sentencesMeant(outline: Outline, { words, sections }: Instruction): number[] | undefined {
  const match = sentence.exec(words)
  if (match === null || !ending.test(words)) return undefined
  return sections.flatMap(section => {
    const all = outline.provisions.filter(one => one.section === section)
    return [match[1], match[2]].flatMap(which => {
      const found = which === undefined ? undefined : all.at(placeOf(which.toLowerCase()))
      return found === undefined ? [] : [found.id]
    })
  })
}

function placeOf(which: string): number {
  return which === 'penultimate' ? -2 : (ordinals[which] ?? -1)
}

/** Whether more words follow the instruction in its own sentence: those that take the place of the old ones. */
function bringsWords({ words }: Instruction): boolean {
  const after =
    /(?:following|read(?:s)?(?: as follows)?|replaced (?:by|with)|substituted (?:by|with)|substituting|and (?:insert|substitute|add|replace it (?:by|with))|changed to)\b[^:]{0,60}:?(.*)$/is.exec(
      words,
    )?.[1] ?? ''
  return after.split(/\s+/).length > 6
}
