// `clausegate verify REPORT FILES...`: makes the report again from the same bytes and says whether it still stands. The
// documents are known by their hashes, so that names and places do not matter.
import { createHash } from 'node:crypto'
import type { PlainFinding } from '../domain/comparison.ts'
import { exitCodes } from '../domain/errors.ts'
import { compare } from '../gate/compare.ts'
import { asExcused, forgeries } from '../gate/proof.ts'
import { plainOf, type SavedReport } from '../gate/saved.ts'
import { shippedPacks } from '../packs.ts'
import { version } from '../pipeline.ts'
import type { Source } from '../read/read.ts'
import { flowing } from '../report/escape.ts'
import { jsonOf } from '../report/json.ts'
import { paragraph } from '../report/layout.ts'
import { examine } from './examine.ts'
import type { Io } from './io.ts'
import type { LimitFlags } from './limits.ts'
import { planFor, savedReports } from './plan.ts'
import { type PolicyFlags, policyFor } from './policy.ts'
import { openSource } from './sources.ts'

export interface VerifyFlags extends PolicyFlags, LimitFlags {
  readonly revisions: 'final' | 'original'
}

/** Recomputes every report of the file and prints what no longer holds. Returns the exit code: 0 where all stand. */
export async function verify(name: string, files: readonly string[], flags: VerifyFlags, io: Io): Promise<number> {
  const saved = await savedReports(name, io.cwd)
  const sources = new Map<string, Source>()
  for (const file of files) {
    const source = await openSource(file, io, flags)
    sources.set(createHash('sha256').update(source.bytes).digest('hex'), source)
  }
  let stands = true
  for (const report of saved) {
    const faults = await faultsOf(report, sources, flags, io)
    if (faults.length > 0) stands = false
    io.stdout.write(`${verdictLines(report, faults).join('\n')}\n`)
  }
  return stands ? exitCodes.pass : exitCodes.gaps
}

function verdictLines({ documents, pack, json }: SavedReport, faults: readonly string[]): string[] {
  const { result, failOn, excused } = (json.summary ?? {}) as { result?: string; failOn?: string; excused?: Record<string, unknown> }
  const names = documents.map(document => document.name).join(', ')
  const head = `${flowing(names)}, ${flowing(pack.id)} ${flowing(pack.version)}: ${faults.length === 0 ? 'the report stands.' : 'the report does not stand:'}`
  const taken = [
    `result ${result}, gaps that fail: ${failOn}`,
    ...(excused === undefined ? [] : ['what is waived or known taken as it says']),
  ]
  const stood = faults.length === 0 ? paragraph(flowing(`(${taken.join('; ')})`), '  ') : []
  return [...paragraph(head, ''), ...stood, ...faults.flatMap(fault => paragraph(flowing(fault), '  - ', '    '))]
}

async function faultsOf(saved: SavedReport, sources: ReadonlyMap<string, Source>, flags: VerifyFlags, io: Io): Promise<string[]> {
  const lacking = saved.documents.filter(({ sha256 }) => !sources.has(sha256))
  if (lacking.length > 0) return lacking.map(({ name, sha256 }) => `none of the files is ${name} (SHA-256 ${sha256.slice(0, 12)}...).`)
  const own = saved.documents.map(({ name, sha256 }) => ({ ...(sources.get(sha256) as Source), name }))
  const first = sources.get(saved.documents[0]?.sha256 ?? '')?.name ?? '-'
  const policy = await policyFor(first, { ...flags, pack: packsNamed(saved, flags), profile: saved.profiles }, io)
  const { waivers: _, ...plain } = { ...policy, profiles: saved.profiles, parameters: { ...policy.parameters, ...saved.parameters } }
  const plan = await planFor(plain, {}, io)
  const made = (await examine(own, { ...flags, ...plain }, plan, io)).reports.find(one => one.pack.id === saved.pack.id)
  if (made === undefined)
    return [`it was made with the pack ${saved.pack.id}, which is none of those at hand: name its folder with --pack.`]
  const report = asExcused(made, saved)
  const sha256 = report.pack.sha256
  const changed = differences(saved.findings, plainOf(report))
  const { withControls } = await import('../controls.ts')
  return [
    ...(saved.version === version ? [] : [`it was made by version ${saved.version}, this is ${version}.`]),
    ...(saved.pack.sha256 === sha256 ? [] : [`the pack is another: ${saved.pack.sha256.slice(0, 12)} then, ${sha256.slice(0, 12)} now.`]),
    ...changed,
    ...(changed.length > 0 ? [] : forgeries(saved, JSON.parse(jsonOf(version, await withControls([report]))), report)),
  ]
}

/** The packs named, else the one of the report where it ships; else none, so that the configuration's are taken. */
function packsNamed({ pack }: SavedReport, flags: VerifyFlags): readonly string[] {
  if (flags.pack?.length) return flags.pack
  return shippedPacks().includes(pack.id) ? [pack.id] : []
}

function differences(before: readonly PlainFinding[], after: readonly PlainFinding[]): string[] {
  return compare(before, after)
    .filter(({ change }) => change !== 'same')
    .map(({ requirement, change, before: old, after: now }) => {
      return `${requirement}: ${old?.verdict ?? 'not asked'} then, ${now?.verdict ?? 'not asked'} now (${change}).`
    })
}
