// How often the program is right on contracts it was not made on: counts verdicts against labels. `npm run accuracy` takes
// those of .dev/unseen/, whose writers had not seen the rules; `npm run accuracy -- FOLDER` others (NAME.md beside
// NAME.labels.json), `--rules` goes by the rules alone. It names no cell on purpose: who mends the rules by these contracts has them to measure with no more.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { check, loadRulePack, readContract } from '../dist/index.js'

const [first, ...more] = process.argv.slice(2).filter(word => word !== '--rules')
if (more.length > 0) throw new Error(`one folder, not ${more.length + 1}`)
const folder = first ?? new URL('unseen/', import.meta.url).pathname
const whole = await loadRulePack('ai-model-protection')
const { impressions, ...byRules } = { ...whole, concepts: whole.concepts }
const pack = process.argv.includes('--rules') ? byRules : whole
const cells = []
for (const file of readdirSync(folder).filter(name => name.endsWith('.labels.json'))) {
  const name = file.replace('.labels.json', '.md')
  const { findings } = check(await readContract([{ name, bytes: readFileSync(join(folder, name)) }]), pack)
  for (const [id, label] of Object.entries(JSON.parse(readFileSync(join(folder, file), 'utf8')))) {
    const finding = findings.find(({ requirement }) => requirement === id)
    cells.push({ label, finding, right: [label.verdict, ...(label.also ?? [])].includes(finding.verdict) })
  }
}

const wordsOf = text => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []
/** Whether two texts have four words in a row in common. */
function overlap(quote, words) {
  const [inQuote, run] = [` ${wordsOf(quote).join(' ')} `, wordsOf(words)]
  const length = Math.min(4, run.length)
  return run.some((_, at) => at + length <= run.length && inQuote.includes(` ${run.slice(at, at + length).join(' ')} `))
}

const share = (some, all) => `${some.length} of ${all.length} (${((100 * some.length) / Math.max(1, all.length)).toFixed(1)} %)`
const right = all => all.filter(cell => cell.right)
const wrong = all => all.filter(cell => !cell.right)
const speaking = cells.filter(({ label }) => label.verdict !== 'missing')
const met = cells.filter(({ finding }) => finding.verdict === 'met')
const overlooked = wrong(cells).filter(({ finding }) => finding.verdict === 'missing')
const cited = cells.filter(({ label, finding }) => label.evidence.length > 0 && finding.evidence.length > 0)
const toThePoint = cited.filter(({ label, finding }) =>
  finding.evidence.some(({ quote }) => label.evidence.some(words => overlap(quote, words))),
)
const marked = cells.filter(({ finding }) => finding.review)
console.log(`right                          ${share(right(cells), cells)}`)
console.log(`right where the contract speaks ${share(right(speaking), speaking)}`)
console.log(`met, and is not so             ${share(wrong(met), met)}`)
console.log(`overlooked                     ${share(overlooked, speaking)}`)
console.log(`quotes to the point            ${share(toThePoint, cited)}`)
console.log(`marked for review              ${share(marked, cells)}`)
console.log(`wrong, and marked              ${share(wrong(marked), wrong(cells))}`)
