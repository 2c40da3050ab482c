// The packs that ship: without a fault, with enough examples of each verdict, and every example holds. What does not yet
// stands by name in gaps/PACK.txt: an example that breaks and one that begins to hold both fail here. After a look at the
// difference, `npm test -- test/rulepack/shipped.test.ts -u` writes the list.
import { describe, expect, test } from 'vitest'
import type { Requirement } from '../../src/domain/requirement.ts'
import { type ExampleResult, runExamples } from '../../src/examples.ts'
import { packFolder, shippedPacks } from '../../src/packs.ts'
import { lintRulePack } from '../../src/rulepack/lint.ts'
import { loadRulePack } from '../../src/rulepack/rulepack.ts'

/** How many examples of each verdict a requirement of the pack has at least. */
const wanted: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'ai-model-protection': { met: 3, partial: 3, conflict: 2, missing: 3 },
  'genai-security': { met: 2, partial: 2, conflict: 1, missing: 2 },
}

function lacking({ id, refused, examples }: Requirement, counts: Readonly<Record<string, number>>): string[] {
  return Object.entries(counts).flatMap(([verdict, count]) => {
    const there = examples.filter(example => example.verdict === verdict).length
    return there >= count || (verdict === 'conflict' && refused === 'missing') ? [] : [`${id}: ${there} of ${count} examples of ${verdict}`]
  })
}

function failing({ requirement, example, verdict, reasons }: ExampleResult): string {
  const said = [example.verdict, ...example.reasons].join(' ')
  return `${requirement}: ${said}, read as ${[verdict, ...reasons].join(' ')}: ${example.text.replace(/\s+/g, ' ')}`
}

test('the packs are known here', () => {
  expect(shippedPacks().filter(name => wanted[name] === undefined)).toEqual([])
  expect(shippedPacks()).toContain('ai-model-protection')
})

describe.each(shippedPacks())('%s', name => {
  test('has no fault', () => {
    expect(lintRulePack(packFolder(name))).toEqual([])
  })

  test('has its examples, and they hold, but for the known gaps', { timeout: 120_000 }, async () => {
    const pack = loadRulePack(packFolder(name))
    const few = pack.requirements.flatMap(requirement => lacking(requirement, wanted[name] ?? {}))
    const wrong = (await runExamples(pack)).filter(({ passed }) => !passed).map(failing)
    const lines = [...few, ...wrong].map(line => `${line}\n`).join('')
    await expect(`What is not yet right (see the head of test/rulepack/shipped.test.ts).\n\n${lines}`).toMatchFileSnapshot(
      `gaps/${name}.txt`,
    )
  })
})
