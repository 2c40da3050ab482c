// Learns what tells a passage about each requirement of the base pack from any other passage, and writes it to
// rules/ai-model-protection/relevance.json. `npm run learn`; the same bytes each time. It learns from the pack's own examples and
// from `.dev/learning/`: single clauses, whole contracts whose labels quote the deciding words, and sentences about other matters.
import { createHash } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { background, fresh, known, pack, textsOf } from './lessons.mjs'
import { learnRelevance } from './relevance-tables.mjs'

const target = fileURLToPath(new URL('../rules/ai-model-protection/relevance.json', import.meta.url))
const texts = [...background, ...[...known, ...fresh].flatMap(textsOf)]
const { requirements, bias, words } = learnRelevance(
  texts,
  pack.requirements.map(({ id }) => id),
)
const about = {
  about: 'Made by npm run learn (.dev/learn.mjs). By stem, or pair of stems: requirement (its index), log odds in tenths, and so on.',
  texts: texts.length,
  learnedFrom: createHash('sha256').update(JSON.stringify(texts)).digest('hex'),
}
const entries = Object.entries(words).map(([word, pairs]) => `${JSON.stringify(word)}:${JSON.stringify(pairs)}`)
writeFileSync(
  target,
  `${JSON.stringify(about, null, 1).slice(0, -2)},\n "requirements": ${JSON.stringify(requirements)},\n "bias": ${JSON.stringify(bias)},\n "words": {\n${entries.join(',\n')}\n}}\n`,
)
console.log(`${texts.length} texts, ${entries.length} words, ${entries.reduce((sum, e) => sum + e.split(',').length / 2, 0)} weights`)
