// A small fixed sample of what `npm run mutate` counts: changes of words that must be seen, and those that must not matter.
import { describe, expect, test } from 'vitest'
import * as api from '../src/index.ts'

interface Made {
  readonly kind: string
  readonly change: (passage: unknown) => readonly (string | { readonly name: string; readonly bytes: Uint8Array })[]
}

// Dev scripts are plain JavaScript, without types of their own.
const load = async (name: string) => import(new URL(`../.dev/mutate/${name}.mjs`, import.meta.url).href)
const { changes } = (await load('changes')) as { changes: readonly Made[] }
const { rewordings } = (await load('rewordings')) as { rewordings: readonly Made[] }
const { judgeWith, passageOf } = await load('passages')
const pack = await api.loadRulePack('ai-model-protection')
const judge = judgeWith(api, pack)

/** Of each kind of duty one: a limb with a figure, a ban, a right, a plain fact, two limbs. */
const sample = [
  ['incident.notice', 'Provider shall notify Customer of every security incident within 48 hours after becoming aware of it.'],
  ['weights.encryption', 'Supplier shall encrypt all model weights and all data at rest and in transit.'],
  ['api.logging', 'Vendor shall log every inference request and every response.'],
  ['api.log-retention', 'Provider shall retain the logs of the API for at least 180 days.'],
  ['weights.security-standard', 'The hosting environment of the Model is certified to ISO/IEC 27001.'],
  ['injection.input-validation', 'Provider shall validate every prompt before the Model processes it.'],
] as const

describe.each(sample)('%s', (id, text) => {
  test('every change that matters is seen', async () => {
    const requirement = pack.requirements.find(one => one.id === id)
    const passage = await passageOf({ text, requirement, source: 'sample' }, judge)
    expect(passage?.spans).toHaveLength(1)
    const tried = changes.flatMap(({ kind, change }) => change(passage).map(made => ({ kind, made })))
    expect(new Set(tried.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(8)
    const unseen = []
    for (const { kind, made } of tried) if ((await judge(made))(id).verdict === 'met') unseen.push(`${kind}: ${made}`)
    expect(unseen).toEqual([])
  })

  test('no change that does not matter changes anything', async () => {
    const moved = []
    for (const { kind, change } of rewordings)
      for (const made of change(text)) if ((await judge(made))(id).verdict !== 'met') moved.push(`${kind}: ${made}`)
    expect(moved).toEqual([])
  })
})

test('the sample knows all kinds', () => {
  expect(new Set(changes.map(({ kind }) => kind)).size).toBe(12)
  expect(new Set(rewordings.map(({ kind }) => kind)).size).toBe(7)
})
