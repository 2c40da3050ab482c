// Damage as it happens and as it is made: bits turned over and files cut short, at fixed seeds. Each such file is refused,
// or read with what is lost said; never a crash, and never a promise found that the sound file does not hold.
import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { UserError } from '../../src/domain/errors.ts'
import type { Report } from '../../src/domain/report.ts'
import { openPack } from '../../src/packs.ts'
import { readContract, reportOn } from '../../src/pipeline.ts'

const pack = await openPack('ai-model-protection')

async function reportOf(bytes: Uint8Array): Promise<Report | 'refused'> {
  try {
    return reportOn(await readContract([{ name: 'contract', bytes }]), pack)
  } catch (error) {
    if (!(error instanceof UserError)) throw error
    expect(error.kind).toBe('unreadable')
    return 'refused'
  }
}

const met = (report: Report) => report.findings.filter(finding => finding.verdict === 'met').map(finding => finding.requirement)
const verdicts = (report: Report) => report.findings.map(finding => finding.verdict).join()

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

function flipped(bytes: Uint8Array, seed: number): Uint8Array {
  const draw = random(seed)
  const made = bytes.slice()
  for (let left = 1 + (seed % 3) * 4; left > 0; left--) {
    const bit = Math.floor(draw() * bytes.length * 8)
    made[bit >> 3] = (made[bit >> 3] ?? 0) ^ (1 << (bit & 7))
  }
  return made
}

const runs = Number(process.env.FC_RUNS ?? 30)

describe.each(['weak/weak.docx', 'strong/strong.docx', 'weak/weak.pdf', 'strong/strong.pdf'])('%s', name => {
  const bytes = new Uint8Array(readFileSync(new URL(`../../fixtures/${name}`, import.meta.url)))

  test('with bits turned over, holds no promise that the sound file does not hold', { timeout: 600_000 }, async () => {
    const sound = (await reportOf(bytes)) as Report
    for (let seed = 1; seed <= runs; seed++) {
      const report = await reportOf(flipped(bytes, seed))
      if (report === 'refused') continue
      expect([seed, met(report).filter(id => !met(sound).includes(id))]).toEqual([seed, []])
      // What was lost is said, or nothing was.
      if (verdicts(report) !== verdicts(sound)) expect([seed, report.summary.result]).toEqual([seed, 'unread'])
    }
  })

  test('cut short at every kilobyte, is refused', { timeout: 600_000 }, async () => {
    for (let length = 1024; length < bytes.length; length += 1024)
      expect([length, await reportOf(bytes.slice(0, length))]).toEqual([length, 'refused'])
  })
})
