// Learns which verdicts the wordings of each requirement earn, and writes it to rules/ai-model-protection/impressions.json; then
// how far to go by that and how far by the rules, and writes it to src/check/settle-weights.ts. `npm run learn`; the same bytes each time.
//
// It learns from the pack's own examples and from `.dev/learning/`. How far to go by what is only told by texts that neither the
// rules nor the impression were made by: `fresh/` was written by people who had not seen the rules and held against them as they
// were then, and each fifth of it is judged by what the other four have taught. Multinomial logistic regression throughout.
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decide, factsOf, impressOn, likelihoodsOf, outcomes, packWeights, reasonCodes, softmax } from '../dist/learning.js'
import { background, fresh, known, pack, taughtBy, textsOf } from './lessons.mjs'
import { learnRelevance } from './relevance-tables.mjs'
import { learnTable, regress } from './word-tables.mjs'

const target = fileURLToPath(new URL('../rules/ai-model-protection/impressions.json', import.meta.url))
const weightsFile = fileURLToPath(new URL('../src/check/settle-weights.ts', import.meta.url))
/** Rows of the tables: so many that words seldom share one. */
const rows = { verdicts: 2 ** 18, reasons: 2 ** 13 }
/** How strongly large weights are held against what is gone by. */
const ridge = 1 / 0.05
const folds = 5
/** The share of fresh findings that a person is to look at, and how much more a `met` counts. */
const marked = 0.15
const metCounts = 2.5
/** How much a plain case counts. */
const plainCounts = 0.5

const asked = new Map(pack.requirements.map(one => [one.id, one]))
const verdictTable = lessons =>
  learnTable(
    lessons,
    [...outcomes],
    Int32Array.from(lessons, l => outcomes.indexOf(l.verdict)),
    rows.verdicts,
  )

const measuresBy = ({ head, bytes }, requirement) => ({ verdicts: passages => likelihoodsOf(passages, requirement, head, bytes) })

const lessons = new Map([...known, ...fresh].map(source => [source, taughtBy(source, pack).lessons]))
const lessonsOf = sources => sources.flatMap(source => lessons.get(source))
console.log(`${lessonsOf(known).length} lessons, ${lessonsOf(fresh).length} fresh ones`)

/** The pack as it were without what some of the fresh sources teach. */
function packBy(sources) {
  const texts = [...background, ...sources.flatMap(textsOf)]
  const { words, ...rest } = learnRelevance(texts, [...asked.keys()])
  return { ...pack, concepts: pack.concepts, relevance: { ...rest, words: packWeights(words) } }
}

// Each fresh case as it looks to who has not learnt from it.
const foldOf = ({ key }) => Number.parseInt(key.slice(0, 8), 16) % folds
const cases = []
for (let fold = 0; fold < folds; fold++) {
  const others = [...known, ...fresh.filter(source => foldOf(source) !== fold)]
  const table = verdictTable(lessonsOf(others))
  const without = packBy(others)
  for (const source of fresh.filter(one => foldOf(one) === fold))
    for (const { requirement, verdicts, grounds } of taughtBy(source, without).cases) {
      const facts = factsOf(grounds, impressOn(grounds, measuresBy(table, requirement)))
      const said = grounds.judgement.verdict
      cases.push({
        fold,
        plain: source.plain === true,
        unread: source.unread === true,
        facts,
        said,
        grounds,
        requirement: asked.get(requirement),
        verdicts,
        wanted: outcomes.indexOf(verdicts.includes(said) ? said : verdicts[0]),
      })
    }
  console.log(`fold ${fold + 1} of ${folds}`)
}

const names = [...new Set(cases.flatMap(({ facts }) => [...facts.keys()]))].sort()
const placeOf = new Map(names.map((name, at) => [name, at]))
const rowOf = ({ facts, plain }) => ({
  at: Int32Array.from([...facts.keys()], name => placeOf.get(name)),
  by: Float64Array.from(facts.values()),
  count: plain ? plainCounts : 1,
})
const settle = some =>
  regress(
    some.map(rowOf),
    Int32Array.from(some, one => one.wanted),
    names.length,
    outcomes.length,
    ridge,
    300,
  )
const likelihoods = (weights, { facts }) => {
  const scores = outcomes.map(
    (_, k) =>
      weights[names.length * outcomes.length + k] +
      [...facts].reduce((sum, [name, x]) => sum + x * weights[placeOf.get(name) * outcomes.length + k], 0),
  )
  return softmax(Float64Array.from(scores))
}

// How it does on fresh cases, each settled by weights that the other folds gave; the bars are set by the same.
for (let fold = 0; fold < folds; fold++) {
  const weights = settle(cases.filter(one => one.fold !== fold))
  for (const one of cases.filter(c => c.fold === fold)) Object.assign(one, decide(likelihoods(weights, one), one.grounds, one.requirement))
}
const report = (title, some, verdictOf) => {
  const right = some.filter(one => one.verdicts.includes(verdictOf(one)))
  const met = some.filter(one => verdictOf(one) === 'met')
  const share = (part, all) => `${((100 * part) / Math.max(1, all)).toFixed(1)} %`
  console.log(
    `${title}: ${share(right.length, some.length)} of ${some.length} right, met wrongly ${met.filter(one => !one.verdicts.includes('met')).length} of ${met.length}`,
  )
}
const contracts = cases.filter(c => c.facts.get('short') === 0)
const clauses = cases.filter(c => c.facts.get('short') === 1)
for (const [title, some] of [
  ['contracts', contracts],
  ['of these, contracts that nobody has read', contracts.filter(c => c.unread)],
  ['clauses', clauses.filter(c => !c.plain)],
  ['plain clauses', clauses.filter(c => c.plain)],
]) {
  report(`${title}, by the rules`, some, one => one.said)
  report(`${title}, settled`, some, one => one.verdict)
}
const doubt = ({ verdict, likelihood }) => (1 - likelihood) * (verdict === 'met' ? metCounts : 1)
const bar = contracts.map(doubt).sort((a, b) => b - a)[Math.floor(marked * contracts.length)]
const wrong = contracts.filter(one => !one.verdicts.includes(one.verdict))
const held = some => some.filter(one => doubt(one) >= bar).length
console.log(
  `marked ${held(contracts)} of ${contracts.length}, which holds ${held(wrong)} of ${wrong.length} wrong, ${held(wrong.filter(o => o.verdict === 'met'))} of ${wrong.filter(o => o.verdict === 'met').length} met wrongly`,
)
const bars = Object.fromEntries(outcomes.map(v => [v, Math.round(1000 * (1 - bar / (v === 'met' ? metCounts : 1))) / 1000]))

const weights = settle(cases)
const row = at =>
  `[${outcomes
    .map((_, k) =>
      weights[at * outcomes.length + k]
        .toFixed(2)
        .replace(/\.?0+$/, '')
        .replace(/^-0$/, '0'),
    )
    .join(', ')}]`
writeFileSync(
  weightsFile,
  `// How far the rules and the words are gone by, for each verdict (met, partial, conflict, missing). Fitted, not written:
// .dev/learn-verdicts.mjs.

/** Under this likelihood a person should look; a promise wrongly recognised weighs more than a gap. */
export const likelihoodBars = { ${Object.entries(bars)
    .map(([v, b]) => `${v}: ${b}`)
    .join(', ')} }

export const settleWeights: Readonly<Record<string, readonly number[]>> = {
  always: ${row(names.length)},
${names.map((name, at) => `  '${name}': ${row(at)},`).join('\n')}
}
`,
)

const all = lessonsOf([...known, ...fresh])
const verdicts = verdictTable(all)
const short = all.filter(l => l.verdict === 'partial' && l.reasons.some(r => reasonCodes.includes(r)))
const reasons = learnTable(
  short,
  reasonCodes,
  Int32Array.from(short, l => reasonCodes.indexOf(l.reasons.find(r => reasonCodes.includes(r)))),
  rows.reasons,
)
const learnt = {
  about: 'Made by npm run learn (.dev/learn-verdicts.mjs); see src/domain/impressions.ts.',
  lessons: all.length,
  requirements: [...asked.keys()],
  verdicts: verdicts.head,
  reasons: reasons.head,
  bytes: Buffer.concat([verdicts.bytes, reasons.bytes]).toString('base64'),
}
writeFileSync(target, `${JSON.stringify(learnt, null, 1)}\n`)
console.log(`${all.length} lessons, ${short.length} with reasons, ${learnt.bytes.length} characters`)
