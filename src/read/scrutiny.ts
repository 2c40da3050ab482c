// What a careful eye notices in any document, whatever its format: parts in another language, characters that
// deceive, words addressed to a machine that reads. It adds notes; the text and the blocks stay as they are.

import { lookAlikes } from '../domain/look-alikes.ts'
import type { Block, Manuscript, Note } from '../domain/manuscript.ts'
import { type Span, slice } from '../domain/span.ts'

/** The manuscript with a note for all that it holds of these. */
export function scrutinise(manuscript: Manuscript): Manuscript {
  const found = [...struckWords(manuscript), ...foreignParts(manuscript), ...deceivingCharacters(manuscript), ...instructions(manuscript)]
  return found.length === 0 ? manuscript : { ...manuscript, notes: [...manuscript.notes, ...found] }
}

/** Struck stretches named one by one before the rest is counted, and words quoted of each. */
const mostStruck = 20
const mostWords = 160

function struckWords({ blocks }: Manuscript): Note[] {
  const struck = blocks.flatMap(({ revisions = [] }) => revisions.filter(one => one.struck))
  const named = struck.slice(0, mostStruck).map(({ words, span }): Note => {
    const shown = words.length > mostWords ? `${words.slice(0, mostWords)}…` : words
    return { code: 'struck-out', message: `Words with a line through them were left out: “${shown}”.`, unread: false, span }
  })
  const rest = struck.length - named.length
  if (rest <= 0) return named
  return [
    ...named,
    { code: 'struck-out', message: `${rest} more stretches of words with a line through them were left out.`, unread: false },
  ]
}

const wordsOf = (list: string): ReadonlySet<string> => new Set(list.split(' '))
const english = wordsOf(
  'the of and to shall is in by for with any or be on as not that this are it we you will may from at an each which its has',
)
/** The commonest words of the languages that share our letters; those that are English too are left out. */
const others: readonly (readonly [string, ReadonlySet<string>])[] = [
  [
    'French',
    wordsOf('le la les des du de et une un que qui dans pour par sur est sont aux au ce cette avec ou ne pas en il elle tout leur'),
  ],
  ['German', wordsOf('der die das und nicht ist mit dem den des ein eine von zu für auf sich auch werden wird sind oder bei')],
  ['Spanish', wordsOf('el la los las del y una que por para con se su al es como sus este esta')],
  ['Italian', wordsOf('il lo gli della di e che per con una del dei nel sono alla dal le si')],
  ['Portuguese', wordsOf('os as da do dos das e que para com uma um não por ao na se')],
  ['Dutch', wordsOf('het een van en dat niet voor met op zijn aan wordt door bij ook worden deze')],
  ['Swedish, Danish or Norwegian', wordsOf('och att som av för med det är på ska skal og til ikke eller ved kan om har')],
  ['Polish', wordsOf('i w na z do nie się jest oraz lub przez od dla po że')],
]
const fewest = 12

// Not one language is told from another for its own sake: only that it is not English, so that nothing in it was judged.
function foreignParts({ text, blocks }: Manuscript): Note[] {
  const runs: { language: string; first: Block; last: Block }[] = []
  let previous: Block | undefined
  for (const block of blocks) {
    const language = block.kind === 'header' || block.kind === 'comment' ? undefined : foreignLanguage(slice(text, block.span))
    const run = runs.at(-1)
    if (language !== undefined && run !== undefined && run.language === language && run.last === previous) run.last = block
    else if (language !== undefined) runs.push({ language, first: block, last: block })
    previous = block
  }
  return runs.map(({ language, first, last }) => ({
    code: 'language-unread' as const,
    language,
    message: `A part in another language (${language}) was not judged, from "${opening(text, first.span)}".`,
    unread: first !== last || !isOfLanguage(slice(text, first.span)),
    // Words that look English ("incident", "client") are no evidence among those that were not understood.
    disregarded: true as const,
    span: { start: first.span.start, end: last.span.end },
    ...(first.page === undefined ? {} : { page: first.page }),
  }))
}

const ofLanguage =
  /(?<!\p{L})(?:langue|rédigée?s?|anglaise?|sprache|englische?r?|idioma|redactad[oa]|ingl[eé]sa?|lingua|redatt[oa]|inglese|taal|engelse?)(?!\p{L})/giu

// "Les parties ont convenu que le présent contrat soit rédigé en anglais": customary in Quebec, and nothing else is said in it.
function isOfLanguage(words: string): boolean {
  return words.length < 350 && (words.match(ofLanguage)?.length ?? 0) >= 2
}

function foreignLanguage(words: string): string | undefined {
  if (words.length < 40) return undefined
  const plain = isPlain(words)
  const tokens = words.toLowerCase().match(plain ? /[a-z]+/g : /\p{L}+/gu) ?? []
  if (!plain) {
    const { letters, latin } = countLetters(words)
    if (letters < 40) return undefined
    if (latin < letters / 2) return 'another script'
  } else if (tokens.reduce((sum, token) => sum + token.length, 0) < 40) return undefined
  if (tokens.length < fewest) return undefined
  const share = (set: ReadonlySet<string>): number => countIn(set, tokens) / tokens.length
  if (share(english) >= 0.1) return undefined
  const best = others.map(([name, set]) => ({ name, share: share(set) })).sort((a, b) => b.share - a.share)[0]
  const distinct = new Set(tokens.filter(t => others.some(([name, set]) => name === best?.name && set.has(t)))).size
  return best !== undefined && best.share > 0.18 && distinct >= 3 ? best.name : undefined
}

function countIn(set: ReadonlySet<string>, tokens: readonly string[]): number {
  let count = 0
  for (const token of tokens) if (set.has(token)) count++
  return count
}

/** Most text is ASCII, or but for its quotes and dashes: only the rest is held against the tables of Unicode, which is slow. */
function isPlain(words: string): boolean {
  return !/[\u0080-\u009F\u00A1-\u00A6\u00A8-\u200F\u2020\u2021\u2023-\u2025\u2027-\uFFFF]/.test(words)
}

function countLetters(words: string): { letters: number; latin: number } {
  const plain = words.match(/[a-z]+/gi)?.reduce((sum, run) => sum + run.length, 0) ?? 0
  const odd = words.replace(/[^\u0080-\u{10FFFF}]+/gu, '')
  if (odd === '') return { letters: plain, latin: plain }
  return { letters: plain + (odd.match(/\p{L}/gu)?.length ?? 0), latin: plain + (odd.match(/\p{Script=Latin}/gu)?.length ?? 0) }
}

function opening(text: string, span: Span): string {
  return slice(text, span).trim().slice(0, 40).replace(/\s+/g, ' ')
}

const direction = /[\u202A-\u202E\u2066-\u2069]/u
const zeroWidthInside = /[\p{L}\p{N}][\u200B-\u200D\u2060\uFEFF]+[\p{L}\p{N}]/u
const mixedScripts = new RegExp(`[a-zA-Z0-9][${lookAlikes}]|[${lookAlikes}][a-zA-Z0-9]`, 'u')
/** Between Latin words, a word that is made of nothing else: "\u0441\u043E\u0440\u0443" for "copy". */
const wholeWord = new RegExp(`[a-z][,;]? [${lookAlikes}]{2,20} [a-z]`, 'u')

function deceivingCharacters({ text, blocks, notes }: Manuscript): Note[] {
  const told = notes.some(({ code, unread }) => code === 'suspicious-characters' && unread)
  const kinds = [
    // Of a text it is told as damage already.
    [told ? /(?!)/ : /\uFFFD/, 'Characters that could not be made out stand in it, and words with them may be other words'],
    [direction, 'Characters that turn the direction of writing stand in it: what one sees may not be what the file says'],
    [zeroWidthInside, 'Invisible characters stand inside words or figures; they were read as if they were not there'],
    [mixedScripts, 'Letters of another alphabet stand inside words or beside figures; they were read as those that they look like'],
    [wholeWord, 'Words in letters of another alphabet stand among English ones; they were read as they look'],
  ] as const
  return kinds.flatMap(([pattern, message]) => {
    const block = pattern.test(text) ? blocks.find(b => pattern.test(slice(text, b.span))) : undefined
    return block === undefined
      ? []
      : [
          {
            code: 'suspicious-characters' as const,
            message: `${message}, first in "${opening(text, block.span)}".`,
            unread: false,
            span: block.span,
          },
        ]
  })
}

const reads = '(?:reads?|reviews?|analy[sz]es?|checks?|assess(?:es)?|evaluates?|summari[sz]es?)'
const machine =
  '(?:AIs?|artificial intelligence|LLMs?|(?:large )?language models?|chatbots?|machines?|automated (?:systems?|tools?|reviewers?|agents?))'
const document = '(?:contract|agreement|document|text|file|page)'
const addressed = [
  /\b(?:ignore|disregard|forget|override)\b[^.\n]{0,30}\b(?:previous|prior|above|earlier|all other|your)\b[^.\n]{0,20}\b(?:instructions?|prompts?|rules|guidelines)\b/i,
  /\b(?:rate|mark|score|classify|report|treat|consider|deem)\b[^.\n]{0,20}\b(?:this|the) (?:contract|agreement|document)\b[^.\n]{0,30}\b(?:compliant|fully met|pass(?:es|ed|ing)?|low[- ]risk|approved)\b/i,
  /\b(?:ai|llm|language model|automated) (?:reviewer|reader|review tool|checker|agent|assistant)s?\b[^.\n]{0,40}\b(?:ignore|skip|conclude|answer|respond|rate|mark)\b/i,
  new RegExp(`\\b${machine} (?:that|which|who) ${reads} this(?: ${document})?\\b(?=[.,:;]| (?:shall|must|should|will|is|are)\\b)`, 'i'),
]

// Reported wherever it stands, a clause about such attacks included: a person sees at once which it is.
function instructions({ text, blocks }: Manuscript): Note[] {
  // None of them goes over the end of a block: what is not in the whole is in none.
  const present = addressed.filter(pattern => pattern.test(text))
  if (present.length === 0) return []
  return blocks.flatMap(block => {
    const words = slice(text, block.span)
    const match = present.map(pattern => pattern.exec(words)).find(m => m !== null)
    if (match === undefined || match === null) return []
    const start = block.span.start + match.index
    const alone = opensSentence(words.slice(0, match.index))
    return [
      {
        code: 'instruction-to-reader' as const,
        message: `Words that address a machine reading it: "${match[0]}". They were not obeyed${alone ? ', and prove nothing' : ''}.`,
        unread: false,
        span: { start, end: start + match[0].length },
        ...(alone ? { disregarded: true as const } : {}),
      },
    ]
  })
}

/** Whether words come at the start of their sentence, or after a salutation: then nobody's duty is spoken of, as in "shall block prompts that say". */
function opensSentence(before: string): boolean {
  const own = before.slice(Math.max(before.lastIndexOf('. '), before.lastIndexOf('; ')) + 1)
  return (
    own.length < 80 &&
    !/\b(?:shall|must|will|may|can|should|agrees?|undertakes?|ensures?|such as|like|e\.g|including|says?|reads?|that|to the effect)\b/i.test(
      own,
    )
  )
}
