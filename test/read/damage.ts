// Damaging the fixtures, for the tests of what becomes of them: bits turned over at fixed seeds, files cut short, and what
// must hold of each. The sound file's verdicts are the measure.
import { readFileSync } from 'node:fs'
import { expect } from 'vitest'
import { check } from '../../src/check/check.ts'
import { withVocabularyOf } from '../../src/check/vocabulary.ts'
import type { Contract } from '../../src/domain/contract.ts'
import { UserError } from '../../src/domain/errors.ts'
import type { Manuscript } from '../../src/domain/manuscript.ts'
import type { Report } from '../../src/domain/report.ts'
import type { RulePack } from '../../src/domain/requirement.ts'
import { isEnglish } from '../../src/language/words.ts'
import { openPack } from '../../src/packs.ts'
import { parse } from '../../src/parse/parse.ts'
import { reportOn } from '../../src/pipeline.ts'
import { readManuscript } from '../../src/read/read.ts'
import { faultless } from '../faultless.ts'

export const names = ['plain-terms', 'schedule', 'strong', 'traps', 'weak', 'weights-licence']
/** Damaged copies of each fixture; `DAMAGE_RUNS=1000 npm test` takes more time and makes more of them. */
export const runs = (usual: number): number => Number(process.env.DAMAGE_RUNS ?? usual)
/** The bytes of a fixture. */
export const fixture = (name: string, format: string): Uint8Array =>
  new Uint8Array(readFileSync(new URL(`../../fixtures/${name}/${name}.${format}`, import.meta.url)))

const pack = await openPack('ai-model-protection')
const mostMemory = 2048 * 1024 * 1024

/** What a file gives, or that it is refused; anything else thrown is a crash, and fails the test. */
export async function reading(bytes: Uint8Array): Promise<Manuscript | 'refused'> {
  try {
    return await readManuscript({ name: 'contract', bytes })
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    expect(error.kind).toBe('unreadable')
    return 'refused'
  }
}

export const judged = (manuscript: Manuscript): Report => faultless(reportOn(parse([manuscript], {}), pack))
const met = (report: Report) => report.findings.filter(({ verdict }) => verdict === 'met').map(({ requirement }) => requirement)
const verdicts = (report: Report) => report.findings.map(({ verdict }) => verdict).join()

/** A copy with one, five or nine bits turned over. */
export function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const draw = random(seed)
  const made = bytes.slice()
  for (let left = 1 + (seed % 3) * 4; left > 0; left--) {
    const bit = Math.floor(draw() * bytes.length * 8)
    made[bit >> 3] = (made[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  }
  return made
}

/** Numbers from 0 to 1, the same for each seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

/**
 * Reads every damaged copy, and judges those that read otherwise: none may hold a promise that the sound file does not
 * hold, and where a verdict differs what was lost is said. What reads the same is judged the same; of what says that it
 * is not whole, in which nothing is ever met, the first few are judged as well. Of copies whose damage a look at the bytes
 * tells (`isTold`) every tenth is read: it must say so.
 */
export async function holdDamaged(bytes: Uint8Array, count: number, isTold: (copy: Uint8Array) => boolean = () => false): Promise<void> {
  const sound = (await reading(bytes)) as Manuscript
  const [report, face] = [judged(sound), faceOf(sound)]
  let few = 5
  for (let seed = 1; seed <= count; seed++) {
    const damaged = flipped(bytes, seed)
    const told = isTold(damaged)
    if (told && seed % 10 > 0) continue
    const copy = await reading(damaged)
    if (told) expect([seed, copy === 'refused' || copy.incomplete]).toEqual([seed, true])
    if (copy === 'refused' || faceOf(copy) === face || (copy.incomplete && few-- <= 0)) continue
    const other = judged(copy)
    expect([seed, met(other).filter(id => !met(report).includes(id))]).toEqual([seed, []])
    if (verdicts(other) !== verdicts(report)) expect([seed, other.summary.result]).toEqual([seed, 'unread'])
  }
  expect(process.memoryUsage().rss).toBeLessThan(mostMemory)
}

/**
 * The same of a text, in which a word may have become another word: then, and only where each change in the file is of that
 * kind, a promise may seem new. Bytes that no text holds must be told whatever they do.
 */
export async function holdDamagedText(bytes: Uint8Array, count: number): Promise<void> {
  const sound = (await reading(bytes)) as Manuscript
  const held = met(judged(sound))
  // What the sound file holds need not be asked for again.
  const open = withVocabularyOf(pack, { ...pack, requirements: pack.requirements.filter(({ id }) => !held.includes(id)) })
  for (let seed = 1; seed <= count; seed++) {
    const copy = flipped(bytes, seed)
    const read = await reading(copy)
    if (copy.some(byte => byte === 0x7f || (byte < 7 && byte >= 0)))
      expect([seed, read === 'refused' || read.incomplete]).toEqual([seed, true])
    if (read === 'refused' || read.incomplete) continue
    const contract = parse([read], {})
    // As it stands first: other readings of it only take promises away.
    if (metIn(asItStands(contract), open).length === 0) continue
    const fresh = metIn(contract, open)
    if (fresh.length > 0) expect([seed, fresh, cannotBeTold(bytes, copy)]).toEqual([seed, fresh, true])
  }
}

const metIn = (contract: Contract, asked: RulePack): string[] =>
  check(contract, asked)
    .findings.filter(({ verdict }) => verdict === 'met')
    .map(({ requirement }) => requirement)

const asItStands = ({ documents, sections, provisions, parties, terms, references }: Contract): Contract => ({
  documents,
  sections,
  provisions,
  parties,
  terms,
  references,
})

/** Whether all that differs is figures that became figures and words that became words. */
function cannotBeTold(sound: Uint8Array, copy: Uint8Array): boolean {
  const [before, after] = [sound, copy].map(bytes => Buffer.from(bytes).toString('utf8').split(/\s/)) as [string[], string[]]
  if (before.length !== after.length) return false
  return after.every((piece, at) => piece === before[at] || isSoundPiece(piece))
}

const isSoundPiece = (piece: string): boolean => {
  const word = piece.replace(/^[("“]+|[.,;:)"”]+$/g, '')
  return /^\d[\d.,]*%?$/.test(word) || (/^[A-Z]?[a-z]+$/.test(word) && isEnglish(word.toLowerCase()))
}

const faceOf = ({ text, blocks, incomplete, pages }: Manuscript): string => JSON.stringify([text, blocks, incomplete, pages])
