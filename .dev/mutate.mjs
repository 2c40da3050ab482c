// Changes passages that are judged `met` so that they no longer are, and others so that nothing changes, and counts how often
// the program sees it. `npm run mutate` takes the examples of the pack and the fixtures; `npm run mutate -- FILE.jsonl`
// a bank of clauses too. `--misses KIND` prints what was not seen; `--tables` the tables of the README alone.
import { fileURLToPath } from 'node:url'
import * as clausegate from '../dist/index.js'
import { changes } from './mutate/changes.mjs'
import { fixturesOf, judgeWith, passageOf, textsOf } from './mutate/passages.mjs'
import { rewordings } from './mutate/rewordings.mjs'
import { byKind, byRequirement } from './mutate/tables.mjs'

const args = process.argv.slice(2)
const banks = args.filter(arg => arg.endsWith('.jsonl'))
const shown = args.includes('--misses') ? (args[args.indexOf('--misses') + 1] ?? '') : undefined
const pack = await clausegate.loadRulePack('ai-model-protection')
const judge = judgeWith(clausegate, pack)
const fixtures = fileURLToPath(new URL('../fixtures/', import.meta.url))

/** Kinds that make sense of one clause alone, not of a whole contract. */
const ofClauses = new Set(['party swapped', 'recital or definition', 'contradicted elsewhere'])

/** What was changed, with the words around it where the text is long. */
function excerpt(made, text) {
  if (typeof made !== 'string') return `${made.name}: ${text.replace(/\n/g, ' / ').slice(0, 300)}`
  if (made.length < 700) return made.replace(/\n/g, ' / ')
  const from = [...made].findIndex((letter, at) => letter !== text[at])
  return made.slice(Math.max(0, from - 200), from + 300).replace(/\n/g, ' / ')
}

const texts = textsOf(pack, banks)
const [caught, kept] = [[], []]
for (const one of [...texts, ...fixturesOf(pack, fixtures)]) {
  const passage = one.verdict === 'met' ? await passageOf(one, judge) : undefined
  if (passage === undefined) continue
  for (const { kind, form, change } of changes)
    for (const made of passage.whole && ofClauses.has(kind) ? [] : change(passage)) {
      const { verdict } = (await judge(made))(one.requirement.id)
      caught.push({ kind, form, id: one.requirement.id, good: verdict !== 'met', verdict, made, text: one.text })
    }
}
for (const { text, requirement } of texts) {
  const { verdict: before } = (await judge(text))(requirement.id)
  for (const { kind, form, change } of rewordings)
    for (const made of change(text)) {
      const { verdict } = (await judge(made))(requirement.id)
      kept.push({ kind, form, id: requirement.id, good: verdict === before, verdict: `${before} > ${verdict}`, made, text })
    }
}

if (shown !== undefined)
  for (const { kind, form, id, good, verdict, made, text } of [...caught, ...kept])
    if (!good && `${kind} ${form} ${id}`.includes(shown)) console.log(`[${kind} ${form}] ${id} ${verdict}\n    ${excerpt(made, text)}`)
console.log(`${byKind('Changes that must be seen', 'caught', caught)}\n\n${byKind('Changes that must not matter', 'unchanged', kept)}`)
if (!args.includes('--tables')) console.log(`\n${byRequirement(pack, caught, kept)}`)
