// RTF: characters, labels, rows, notes, changes, hidden words, what is passed over, and files made to do harm.
import { expect, test } from 'vitest'
import { readRtf } from '../../src/read/rtf/rtf.ts'
import { blocksOf } from './views.ts'

const head = String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 Times;}}{\colortbl;\red255\green255\blue255;\red0\green0\blue0;}{\*\revtbl{Unknown;}{Jane Roe;}}`
const read = (body: string) => readRtf(`${head}${body}}`, 'x.rtf', '')

test.each<[string, string, string[]]>([
  ['paragraphs', String.raw`\pard One {\b two} three\par Four`, ['paragraph|One two three', 'paragraph|Four']],
  ['characters', String.raw`\'93a\'94 \lquote b\rquote\~c\emdash d \u8364 ?e \{f\}\line g\par`, ['paragraph|“a” ‘b’ c—d €e {f} g']],
  ['fallbacks of letters are passed over', String.raw`{\uc2\u8220 ??x\u8221\'3f\'3f y}`, ['paragraph|“x” y']],
  [
    'labels as Word wrote them',
    String.raw`{\listtext\pard\plain 4.1\tab}Log.\par{\*\pn\pnlvl1{\pntxta .}}{\pntext (a)\tab}Seal.\par`,
    ['paragraph 4.1|Log.', 'paragraph (a)|Seal.'],
  ],
  ['headings', String.raw`\pard\outlinelevel1 Hosting\par\pard text\par`, ['heading 2|Hosting', 'paragraph|text']],
  [
    'rows',
    String.raw`\trowd\pard\intbl Notice\cell 48\par hours\cell\row\trowd\pard\intbl a\cell b\cell\row\pard end\par`,
    ['row|Notice / 48 hours', 'row|a / b', 'paragraph|end'],
  ],
  [
    'notes after their paragraph, starred or not',
    String.raw`Log{\footnote it}s{\*\footnote that}.\par{\header head\par}{\*\annotation why}`,
    ['paragraph|Logs.', 'footnote|it', 'footnote|that', 'header|head', 'comment|why'],
  ],
  [
    'notes of a row after it',
    String.raw`\trowd\pard\intbl Log{\footnote it}\cell 48\cell\row\pard end\par`,
    ['row|Log / 48', 'footnote|it', 'paragraph|end'],
  ],
  [
    'changes',
    String.raw`within {\deleted\revauthdel1 72}{\revised\revauth1 48} hours\par`,
    ['paragraph|within 48 hours [deleted Jane Roe 72] [inserted Jane Roe 48]'],
  ],
  [
    'raised figures stay raised: marks of notes, powers',
    String.raw`within 48{\super 2} hours, 10{\up6 6}, H{\sub 2}O, 4\super 1\nosupersub 8 {\super \u50 ?}\par`,
    ['paragraph|within 48² hours, 10⁶, H2O, 4¹8 ²'],
  ],
  [
    'words with a line through them leave the text',
    String.raw`within {\strike 72} {\strike0 48} hours{\striked1  or so}\par`,
    ['paragraph|within 48 hours [deleted 72] [deleted or so]'],
  ],
  ['hidden words', String.raw`a {\v b} {\cf1 c} {\fs2 d}\par`, ['paragraph|a b c d [hidden-run: b] [background-colour: c] [tiny: d]']],
  ['what is no text', String.raw`a{\*\unknown b}{\pict 0102}{\info{\title t}}{\field{\*\fldinst PAGE}{\fldrslt 3}}\par`, ['paragraph|a3']],
])('%s', (_, body, expected) => {
  expect(blocksOf(read(body))).toEqual(expected)
})

test('embedded objects are said not to be read', () => {
  expect(read(String.raw`a{\object{\*\objdata 00}{\result b}}\par`).notes).toMatchObject([{ code: 'part-unread', unread: true }])
})

test.each(['{', '}', '\\', String.raw`\'`, String.raw`\u1 `, String.raw`\cell`, '{\\footnote ', '{\\v a', '\\trowd\\row'])(
  '%s a hundred thousand times does no harm',
  piece => {
    const before = process.cpuUsage()
    read(`a ${piece.repeat(100_000)}`)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
  },
)
