// Makes src/language/words.json: `node .dev/words.mjs en_US.dic en_US.aff`, from a dictionary in the form of hunspell (that of
// SCOWL, copyright Kevin Atkinson, which may be used and passed on freely), and the words of `.dev/learning/` and of the rules.
// Only marks of the words are kept, of the longer ones by their stems; the words of contracts also as they stand.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

const top = fileURLToPath(new URL('..', import.meta.url))
const target = join(top, 'src/language/words.json')
const [dictionary, affixes] = process.argv.slice(2)
/** Bits of a field for each word: with eight marks one word in 2,000 that is not there is taken for one; in the smaller field one in 100,000. */
const bits = { english: 16, usual: 30 }

const bundled = async entry => {
  const { outputFiles } = await build({
    absWorkingDir: top,
    entryPoints: [entry],
    bundle: true,
    format: 'esm',
    platform: 'node',
    write: false,
    banner: { js: "import{createRequire}from'node:module';const require=createRequire('/');" },
  })
  return import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`)
}

/** The rules of an affix file: by flag, what is taken off, what is put on, and where. */
function readAffixes(text) {
  const rules = new Map()
  for (const line of text.split('\n')) {
    const [kind, flag, off, on, where] = line.split(/\s+/)
    if (!/^[SP]FX$/.test(kind ?? '') || where === undefined || /^\d+$/.test(on)) continue
    const pattern = kind === 'SFX' ? new RegExp(`${where}$`) : new RegExp(`^${where}`)
    const rule = { kind, off: off === '0' ? '' : off, on: on.split('/')[0].replace(/^0$/, ''), pattern }
    rules.set(flag, [...(rules.get(flag) ?? []), rule])
  }
  return rules
}

function applied(word, { kind, off, on, pattern }) {
  if (!pattern.test(word)) return undefined
  if (kind === 'SFX') return word.endsWith(off) ? word.slice(0, word.length - off.length) + on : undefined
  return word.startsWith(off) ? on + word.slice(off.length) : undefined
}

function* formsOf(line, rules) {
  const [word, flags = ''] = line.trim().split('/')
  yield word
  const own = [...flags].flatMap(flag => rules.get(flag) ?? [])
  const ends = own.filter(({ kind }) => kind === 'SFX').flatMap(rule => applied(word, rule) ?? [])
  yield* ends
  for (const rule of own) if (rule.kind === 'PFX') for (const form of [word, ...ends]) yield applied(form, rule) ?? word
}

/** The same words as they are spelt in Britain; those of them that nobody writes do no harm. */
const british = [
  [/iz(e|es|ed|er|ers|ing|ation|ations|ational|able)$/, 'is$1'],
  [/yz(e|es|ed|er|ers|ing)$/, 'ys$1'],
  [/([^aeiou])or(s|ed|ing|able|ably|ful|ite|ites|less)?$/, '$1our$2'],
  [/([bt])er(s|ed)?$/, '$1re$2'],
  [/([aeiou])l(ed|ing|er|ers)$/, '$1ll$2'],
  [/ense(s|d|less)?$/, 'ence$1'],
  [/og(s)?$/, 'ogue$1'],
  [/gment(s|al)?$/, 'gement$1'],
  [/gram(s)?$/, 'gramme$1'],
  [/([^aeiou])ll(ment|ments|ful|fully)$/, '$1l$2'],
  [/ll(ment|ments|s)$/, 'l$1'],
  [/lfill/, 'lfil'],
]

const rules = readAffixes(readFileSync(affixes, 'latin1'))
const english = new Set()
for (const line of readFileSync(dictionary, 'latin1').split('\n').slice(1))
  for (const form of formsOf(line, rules)) if (/^[a-z]+$/.test(form)) english.add(form)
for (const word of [...english]) for (const [from, to] of british) if (from.test(word)) english.add(word.replace(from, to))

/** What no dictionary of this size has, and contracts do. */
const more =
  'counterparty counterparties whereunder thereunder hereinabove memoranda hackathon hackathons pretrain pretrained retimed sockpuppet sockpuppets'
for (const word of more.split(' ')) english.add(word)

/** What contracts say: words that stand there in small letters, and how often. */
const learnt = new Map()
const textsIn = (folder, pattern) =>
  readdirSync(join(top, folder))
    .filter(name => pattern.test(name))
    .map(name => readFileSync(join(top, folder, name), 'utf8'))
const texts = [
  ...textsIn('.dev/learning', /\.jsonl$/).map(text => text.replace(/\\n/g, ' ')),
  ...textsIn('.dev/learning/contracts', /\.md$/),
  ...['ai-model-protection', 'genai-security'].flatMap(pack => textsIn(join('rules', pack), /\.yaml$/)),
  ...['grammar', 'softening', 'hedging', 'turning', 'units', 'numerals'].map(name =>
    readFileSync(join(top, `src/language/${name}.ts`), 'utf8').replace(/^\/\/.*$/gm, ''),
  ),
]
for (const text of texts)
  for (const [word] of text.matchAll(/(?<![\p{L}\p{N}@/.\\])[a-z]+(?![\p{L}\p{N}@/\\])/gu)) learnt.set(word, (learnt.get(word) ?? 0) + 1)
const usual = [...learnt]
  .filter(([word, count]) => count >= 2 && word.length > 1 && (count >= 5 || english.has(word)))
  .map(([word]) => word)
for (const [word, count] of learnt) if (count >= 3) english.add(word)

const { mark, markOf } = await bundled('src/language/words.ts')
const fieldOf = (words, perWord) => {
  const field = new Uint8Array(Math.ceil((words.size * perWord) / 8))
  for (const word of words) mark(field, word)
  return Buffer.from(field).toString('base64')
}
const stems = new Set([...english].map(markOf))
const about = `Made by .dev/words.mjs: marks of ${stems.size} English words, the long ones by their stems, and of ${usual.length} words of contracts. English words from SCOWL, Copyright 2000-2011 by Kevin Atkinson, used by permission.`
writeFileSync(
  target,
  `${JSON.stringify({ about, english: fieldOf(stems, bits.english), usual: fieldOf(new Set(usual), bits.usual) }, null, 2)}\n`,
)
process.stdout.write(`${english.size} words; ${about}\n`)
