// Writes rules/<pack>/README.md from each pack that ships; with --check it only says whether they are fresh.
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { loadRulePack, packMarkdown, shippedPacks } from '../dist/index.js'

const rules = new URL('../rules/', import.meta.url)
const check = process.argv.includes('--check')
for (const name of shippedPacks()) {
  const file = new URL(`${name}/README.md`, rules)
  const fresh = packMarkdown(await loadRulePack(name))
  const stale = !existsSync(file) || readFileSync(file, 'utf8') !== fresh
  if (!stale) continue
  if (check) {
    console.error(`rules/${name}/README.md is not what the pack says: run \`npm run docs\` and commit it.`)
    process.exitCode = 1
  } else writeFileSync(file, fresh)
}
