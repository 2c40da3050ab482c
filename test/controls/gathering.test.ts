// Saved findings by the controls of a framework: a control is no better than the worst of its requirements, nothing of the
// report or of the framework is lost, and what a hand has changed in a saved report does no harm.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { gathered, unreportedIn } from '../../src/controls/gathering.ts'
import { type Catalogue, type Citation, type Relation, relations } from '../../src/domain/control.ts'
import { type Verdict, verdicts } from '../../src/domain/finding.ts'

const catalogue: Catalogue = {
  key: 'house-2',
  framework: 'house',
  edition: '2',
  title: 'House rules',
  extent: 'whole',
  source: 'the house',
  controls: [{ id: 'H-1', title: 'First' }, { id: 'H-2' }, { id: 'H-3' }],
}
const cite = (id: string, relation: Relation = 'supports', edition = '2') => ({ framework: 'house', edition, id, relation })
const finding = (requirement: string, verdict: string, controls: unknown, more: object = {}) => ({
  requirement,
  verdict,
  controls,
  ...more,
})
const report = (...findings: unknown[]) => ({
  pack: { id: 'p', version: '1', title: 'A pack' },
  documents: [{ name: 'a.txt' }, { name: 'b.txt' }],
  findings,
  summary: { result: 'fail', failOn: 'major' },
})
const none = () => new Map<string, Citation[]>()
const gather = (...findings: unknown[]) => gathered(report(...findings), catalogue, none)[0]

test.each<[string, readonly Verdict[], Verdict]>([
  ['met with met', ['met', 'met'], 'met'],
  ['one part short', ['met', 'partial'], 'partial'],
  ['missing is worse than partial', ['partial', 'missing', 'met'], 'missing'],
  ['not read is worse than partial', ['partial', 'unread'], 'unread'],
  ['known to be missing is worse than not read', ['unread', 'missing'], 'missing'],
  ['a refusal is worst', ['missing', 'conflict', 'met'], 'conflict'],
])('%s', (_, parts, verdict) => {
  const got = gather(...parts.map((part, at) => finding(`r.${at}`, part, [cite('H-2')])))
  expect(got?.standings.map(standing => [standing.control.id, standing.verdict])).toEqual([['H-2', verdict]])
})

test('no control is better than any of its requirements, and none is lost', () => {
  const citations = fc.uniqueArray(fc.constantFrom('H-1', 'H-2', 'H-3'), { minLength: 0 })
  const one = fc.record({ verdict: fc.constantFrom(...verdicts), ids: citations, relation: fc.constantFrom(...relations) })
  fc.assert(
    fc.property(fc.array(one, { maxLength: 8 }), all => {
      const got = gather(
        ...all.map(({ verdict, ids, relation }, at) =>
          finding(
            `r.${at}`,
            verdict,
            ids.map(id => cite(id, relation)),
          ),
        ),
      )
      const rank = ['conflict', 'missing', 'unread', 'partial', 'met']
      for (const { verdict, parts } of got?.standings ?? [])
        for (const part of parts) expect(rank.indexOf(verdict)).toBeLessThanOrEqual(rank.indexOf(part.finding.verdict))
      const shown = [...(got?.standings ?? []).map(({ control }) => control.id), ...(got?.untouched ?? []).map(({ id }) => id)]
      expect(shown.sort()).toEqual(['H-1', 'H-2', 'H-3'])
      const named = new Set([
        ...(got?.standings ?? []).flatMap(({ parts }) => parts.map(part => part.finding.requirement)),
        ...(got?.uncited ?? []),
      ])
      expect(named.size).toBe(all.length)
    }),
  )
})

test('closest requirements stand first, and name the relation of the control', () => {
  const got = gather(finding('a', 'met', [cite('H-1', 'related')]), finding('b', 'met', [cite('H-1', 'equivalent')]))
  expect(got?.standings[0]).toMatchObject({
    relation: 'equivalent',
    parts: [{ finding: { requirement: 'b' } }, { finding: { requirement: 'a' } }],
  })
})

test('another edition is another framework', () => {
  const got = gather(finding('a', 'met', [cite('H-1', 'supports', '1')]))
  expect(got).toMatchObject({ standings: [], uncited: ['a'], met: 1, of: 1 })
})

test('places once each, what excuses a gap, and the profiles it falls short of', () => {
  const evidence = [
    { document: 1, section: '4.2', page: 3, quote: 'x' },
    { document: 1, section: '4.2', page: 3, quote: 'y' },
    { document: 0, section: '', page: null, quote: 'z' },
  ]
  const profiles = [
    { profile: 'nis2', verdict: 'partial' },
    { profile: 'dora', verdict: 'met' },
  ]
  const got = gather(finding('a', 'partial', [cite('H-1')], { evidence, profiles, waiver: { owner: 'x' }, known: true, title: 'A' }))
  expect(got?.standings[0]).toMatchObject({ verdict: 'partial' })
  expect(got?.standings[0]?.parts[0]?.finding).toMatchObject({
    title: 'A',
    waived: true,
    known: true,
    shortOf: ['nis2'],
    places: [
      { document: 'b.txt', section: '4.2', page: 3 },
      { document: 'a.txt', section: '' },
    ],
  })
})

describe('a report without citations', () => {
  const map = (pack: string) => new Map<string, Citation[]>(pack === 'p' ? [['a', [cite('H-3')]]] : [])

  test('gets those of its pack', () => {
    const [got] = gathered(report(finding('a', 'missing', undefined), finding('b', 'met', undefined)), catalogue, map)
    expect(got).toMatchObject({ standings: [{ control: { id: 'H-3' }, verdict: 'missing' }], uncited: ['b'] })
  })

  test('one that has any keeps its own', () => {
    const [got] = gathered(report(finding('a', 'missing', undefined), finding('b', 'met', [cite('H-1')])), catalogue, map)
    expect(got?.standings.map(({ control }) => control.id)).toEqual(['H-1'])
  })
})

test('a control that the catalogue no longer holds is shown, not dropped', () => {
  const got = gather(finding('a', 'missing', [{ ...cite('H-9'), title: 'Gone' }]))
  expect(got?.standings.map(({ control, verdict }) => [control.id, control.title, verdict])).toEqual([['H-9', 'Gone', 'missing']])
})

test.each([
  ['a verdict that there is not is no better than unread', { verdict: 'splendid' }, 'unread'],
  ['no verdict at all', { verdict: undefined }, 'unread'],
  ['evidence that is no list', { evidence: 'x', profiles: 7 }, 'met'],
])('%s', (_, change, verdict) => {
  expect(gather({ ...finding('a', 'met', [cite('H-1')]), ...change })?.standings[0]?.verdict).toBe(verdict)
})

test('citations that are none are passed over', () => {
  const got = gather(finding('a', 'met', [7, null, { ...cite('H-1'), relation: 'proves' }, 'H-1']))
  expect(got).toMatchObject({ standings: [], uncited: ['a'] })
})

test('every report of a run, and the contracts for which there is none', () => {
  const run = { reports: [report(finding('a', 'met', [cite('H-1')])), report()], failures: [{ document: 'old.doc' }] }
  expect(gathered(run, catalogue, none).map(({ of }) => of)).toEqual([1, 0])
  expect(unreportedIn(run)).toEqual(['old.doc'])
  expect(unreportedIn(report())).toEqual([])
})

test('a saved report with citations without end is gathered in one pass', () => {
  const many = Array.from({ length: 40_000 }, (_, at) => cite(`X-${at}`))
  const got = gather(finding('a', 'missing', many), finding('b', 'met', many))
  expect(got?.standings).toHaveLength(40_000)
  expect(got?.standings.every(({ verdict, parts }) => verdict === 'missing' && parts.length === 2)).toBe(true)
})
