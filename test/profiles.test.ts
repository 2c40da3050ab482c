// Profiles end to end: the same words judged by other figures, in whatever order, beside the verdict of the pack.
import { describe, expect, test } from 'vitest'
import { openPack } from '../src/packs.ts'
import { readContract, reportOn } from '../src/pipeline.ts'
import { heldAgainst, shippedProfiles } from '../src/profiles.ts'

const words = (notice: string, retention: string) => `MODEL SERVICES AGREEMENT

This Agreement is made between Orlin Models Ltd ("Provider") and Tarn Council ("Customer").

1. Duties
1.1 The Provider shall notify the Customer of any security incident affecting the Model within ${notice} of becoming aware of it.
1.2 The Provider shall retain the logs of all requests and responses of the API for at least ${retention}.
`

async function judged(text: string, names: readonly string[], set: Readonly<Record<string, string>> = {}) {
  const pack = await openPack('ai-model-protection', set)
  const contract = await readContract([{ name: 'a.txt', bytes: new TextEncoder().encode(text) }])
  const all = await shippedProfiles()
  const chosen = names.flatMap(name => all.filter(({ id }) => id === name))
  const findings = heldAgainst(reportOn(contract, pack, 'none').findings, chosen, contract, pack)
  const of = (id: string) => {
    const finding = findings.find(({ requirement }) => requirement === id)
    return { pack: finding?.verdict, ...Object.fromEntries((finding?.profiles ?? []).map(({ profile, verdict }) => [profile, verdict])) }
  }
  return { notice: of('incident.notice'), retention: of('api.log-retention') }
}

describe.each([[['nis2', 'eu-high-risk', 'base', 'healthcare-us']], [['healthcare-us', 'base', 'eu-high-risk', 'nis2']]])('%j', names => {
  test('meets base; short of house 24 hours for a NIS2 customer', async () => {
    expect(await judged(words('48 hours', '90 days'), names)).toEqual({
      notice: { pack: 'met', base: 'met', nis2: 'partial', 'eu-high-risk': 'met', 'healthcare-us': 'met' },
      retention: { pack: 'met', base: 'met', 'eu-high-risk': 'partial' },
    })
  })
  test('is met where the words are as strict as it is', async () => {
    expect(await judged(words('24 hours', '12 months'), names)).toEqual({
      notice: { pack: 'met', base: 'met', nis2: 'met', 'eu-high-risk': 'met', 'healthcare-us': 'met' },
      retention: { pack: 'met', base: 'met', 'eu-high-risk': 'met' },
    })
  })
  test('is met where the pack asks for more', async () => {
    const { notice } = await judged(words('72 hours', '90 days'), names)
    expect(notice).toEqual({ pack: 'partial', base: 'partial', nis2: 'partial', 'eu-high-risk': 'partial', 'healthcare-us': 'met' })
  })
  test('has figures of its own, whatever those of the pack are set to', async () => {
    const { notice } = await judged(words('48 hours', '90 days'), names, { 'incident.notice.within': '12 hours' })
    expect(notice).toEqual({ pack: 'partial', base: 'met', nis2: 'partial', 'eu-high-risk': 'met', 'healthcare-us': 'met' })
  })
})
