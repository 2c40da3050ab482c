// The passages that are changed: what was judged `met`, and is so, in the examples of a pack, in the fixtures and in banks of
// clauses ({ requirement, verdict, text } a line). Each with the sentences it was judged by, and which of them it cannot spare.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'

/** A text judged: {text} or a file {name, bytes} to findings. */
export function judgeWith({ check, readContract }, pack) {
  return async made => {
    const source = typeof made === 'string' ? { name: 'clause.txt', bytes: new TextEncoder().encode(made) } : made
    const { findings } = check(await readContract([source]), pack)
    return id => findings.find(({ requirement }) => requirement === id)
  }
}

/** Examples and clauses with what each is labelled: {requirement, verdict, text, source}. */
export function textsOf(pack, banks) {
  const own = pack.requirements.flatMap(requirement =>
    [...requirement.examples, ...wordings(requirement)].map(({ verdict, text }) => ({ requirement, verdict, text, source: 'examples' })),
  )
  const byId = new Map(pack.requirements.map(requirement => [requirement.id, requirement]))
  const others = banks.flatMap(file =>
    readFileSync(file, 'utf8')
      .split('\n')
      .filter(Boolean)
      .map(line => JSON.parse(line))
      .flatMap(({ requirement, verdict, text }) =>
        byId.has(requirement) ? [{ requirement: byId.get(requirement), verdict, text, source: file }] : [],
      ),
  )
  return [...own, ...others]
}

function wordings({ wording }) {
  return [wording.firm, wording.milder].map(text => ({ verdict: 'met', text }))
}

/** The fixtures' texts with the requirements that they are labelled `met` for. */
export function fixturesOf(pack, home) {
  return readdirSync(home)
    .filter(name => existsSync(join(home, name, 'expected.yaml')))
    .flatMap(name => {
      const text = readFileSync(join(home, name, `${name}.txt`), 'utf8')
      const { requirements } = parse(readFileSync(join(home, name, 'expected.yaml'), 'utf8'))
      return pack.requirements
        .filter(({ id }) => requirements[id]?.verdict === 'met')
        .map(requirement => ({ requirement, verdict: 'met', text, source: 'fixtures', whole: true }))
    })
}

/** The passage with its evidence, where it is judged `met` by it and by nothing else; else nothing. */
export async function passageOf({ text, requirement, source, whole }, judge) {
  const finding = (await judge(text))(requirement.id)
  if (finding?.verdict !== 'met') return undefined
  const spans = withoutOverlap(finding.evidence.map(({ start, end }) => ({ start, end })))
  const without = async some => (await judge(lessened(text, some)))(requirement.id)?.verdict !== 'met'
  if (spans.some(({ start, end }) => text.slice(start, end).trim() === '') || !(await without(spans))) return undefined
  for (const span of spans) span.needed = await without([span])
  return { text, requirement, source, whole: whole === true, spans }
}

function withoutOverlap(spans) {
  const sorted = spans.sort((a, b) => a.start - b.start || b.end - a.end)
  return sorted.filter(({ start }, at) => sorted.slice(0, at).every(({ end }) => end <= start))
}

/** The text without some of its sentences; it is never left empty. */
function lessened(text, spans) {
  const rest = spans.reduceRight((words, { start, end }) => words.slice(0, start) + words.slice(end), text)
  return rest.trim() === '' ? 'Fees are due in advance.' : rest
}
