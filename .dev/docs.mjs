// Writes what is documentation made from the program itself: rules/<pack>/README.md from each pack that ships, and the
// report shown in README.md; with --check it only says whether they are fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { check, loadRulePack, packMarkdown, readContract, renderText, shippedPacks } from '../dist/index.js'

const top = new URL('../', import.meta.url)
const shown = 'fixtures/weak/weak.docx'
const gapsShown = 3
const onlyCheck = process.argv.includes('--check')

function hold(path, fresh) {
  const file = new URL(path, top)
  if (existsSync(file) && readFileSync(file, 'utf8') === fresh) return
  if (!onlyCheck) return writeFileSync(file, fresh)
  console.error(`${path} is not what the program says: run \`npm run docs\` and commit it.`)
  process.exitCode = 1
}

/** The report of a fixture, with all but its first gaps left out, visibly. */
async function report() {
  const contract = await readContract([{ name: shown, bytes: readFileSync(new URL(shown, top)) }])
  const text = renderText([check(contract, await loadRulePack(shippedPacks()[0]))])
  const start = text.search(new RegExp(`^${gapsShown + 1}\\. (?=[^\\n]*(?:\\n   [^\\n]*)*\\n   Asked:)`, 'm'))
  const end = text.search(/^SUM$/m)
  return start < 0 ? text : `${text.slice(0, start)}[... and so on for each of them ...]\n\n${text.slice(end)}`
}

for (const name of shippedPacks()) hold(`rules/${name}/README.md`, packMarkdown(await loadRulePack(name)))
const readme = readFileSync(new URL('README.md', top), 'utf8')
const block = `<!-- report -->\n\`\`\`\n$ clausegate check ${shown}\n\n${await report()}\`\`\`\n<!-- /report -->`
hold(
  'README.md',
  readme.replace(/<!-- report -->[\s\S]*<!-- \/report -->/, () => block),
)
