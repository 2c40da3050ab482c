// Web pages: what is a paragraph, a row, a number; what nobody sees; what is never fetched; and pages made to do harm.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHtml } from '../../src/read/html/html.ts'
import { readManuscript } from '../../src/read/read.ts'
import { blocksOf } from './views.ts'

const read = (html: string) => readHtml(html, 'page.html', '')

test.each<[string, string, string[]]>([
  ['paragraphs, open and closed', '<p>One <b>two</b>&nbsp;three<p>Four', ['paragraph|One two three', 'paragraph|Four']],
  ['headings', '<h2>4. Hosting</h2>text', ['heading 2|4. Hosting', 'paragraph|text']],
  ['breaks part', 'a<br>b<div>c</div>', ['paragraph|a', 'paragraph|b', 'paragraph|c']],
  [
    'lists as a browser numbers them',
    '<ol start=3 type=a><li>x<li value=9>y<ol type=I><li>z</ol><li>w</ol><ul><li>v</ul>',
    ['paragraph 0 c.|x', 'paragraph 0 i.|y', 'paragraph 1 I.|z', 'paragraph 0 j.|w', 'paragraph 0 •|v'],
  ],
  [
    'tables',
    '<table><tr><th>Matter<th>Figure<tr><td>Notice<td><p>48</p><p>hours</p></table>',
    ['row|Matter / Figure', 'row|Notice / 48 hours'],
  ],
  [
    'entities',
    '<p>&#52;8 &lt;hours&gt; &ldquo;x&rdquo; &unknown; &#x2014; &#0; &#55555555;',
    ['paragraph|48 <hours> “x” &unknown; — \uFFFD \uFFFD'],
  ],
  ['changes', '<p>within <del>72</del><ins>48</ins> hours', ['paragraph|within 48 hours [deleted 72] [inserted 48]']],
  [
    'marks of notes are no words, raised figures no figures',
    '<p>within 48<a href="#ftn1" class="x"><sup>1</sup></a> hours at 10<sup>6</sup> m<sup>2</sup><p><a class="sdfootnotesym" href="#sdfootnote1anc">1</a>The note, <a href="#s4">4</a>',
    ['paragraph|within 48 hours at 10⁶ m²', 'paragraph|The note, 4'],
  ],
  [
    'styles strike and raise too',
    '<p>within <span style="color:red; text-decoration: line-through">72</span> 48<span style="vertical-align: super">2</span> hours',
    ['paragraph|within 48² hours [deleted 72]'],
  ],
  ['what is no tag', '<p>a < b <3 c', ['paragraph|a < b <3 c']],
  ['scripts, comments and titles are no text', '<title>t</title><script>"<p>no"</script><!-- <p>no --><p>yes', ['paragraph|yes']],
])('%s', (_, html, expected) => {
  expect(blocksOf(read(html))).toEqual(expected)
})

test.each<[string, string]>([
  ['<p>seen <span hidden>gone</span>', 'hidden-run'],
  ['<p>seen <span style="display : none">gone</span>', 'hidden-run'],
  ['<style>p .x, #y {visibility:hidden}</style><p>seen <span class="a x">gone</span>', 'hidden-run'],
  ['<p>seen <font color=white>gone</font>', 'background-colour'],
  ['<p>seen <span style="color:#333;background:#333">gone</span>', 'background-colour'],
  ['<p>seen <span style="font-size:1px">gone</span>', 'tiny'],
  ['<p>seen <span style="opacity:0">gone</span>', 'transparent'],
  ['<p>seen <span style="position:absolute;left:-9999px">gone</span>', 'off-page'],
])('%s is not seen', (html, how) => {
  const { notes, ...rest } = read(html)
  expect(blocksOf({ notes, ...rest })).toEqual([`paragraph|seen gone [${how}: gone]`])
  expect(notes.map(note => note.code)).toEqual(['hidden-text'])
})

test.each([
  '<span style="font-size:13px">',
  '<span style="font-size:0.9em">',
  '<span style="opacity:0.9">',
  '<span style="color:white;background:#000">',
])('%s is seen', tag => {
  expect(read(`<p>${tag}words`).notes).toEqual([])
})

test('frames are not fetched, and that is said', () => {
  expect(read('<p>x<iframe src="https://example.org/terms"></iframe>').notes).toMatchObject([{ code: 'part-unread', unread: true }])
})

test('encodings', async () => {
  const page = (bytes: Buffer) => readManuscript({ name: 'x', bytes: new Uint8Array(bytes) })
  const html = (charset: string) => `<html><meta charset="${charset}"><p>\u201CLog\u201D`
  expect((await page(Buffer.from(html('utf-8'), 'utf8'))).text).toBe('“Log”\n')
  const western = Buffer.from(html('iso-8859-1').replace('\u201C', '\x93').replace('\u201D', '\x94'), 'latin1')
  expect((await page(western)).text).toBe('“Log”\n')
})

test('any text is read, and no word of it is lost', () => {
  const part = fc.constantFrom(
    '<p>',
    '</p>',
    '<td>',
    '<table>',
    '</table>',
    '<tr>',
    '<li>',
    '<ol>',
    '</ol>',
    '<b a="',
    "'>",
    '>',
    '<',
    '&amp',
    ' word ',
    '<!--',
    '-->',
  )
  fc.assert(
    fc.property(fc.array(part, { maxLength: 40 }), parts => {
      const { text, blocks } = read(parts.join(''))
      for (const { span, cells = [] } of blocks)
        for (const { start, end } of [span, ...cells]) {
          expect(start).toBeLessThanOrEqual(end)
          expect(end).toBeLessThanOrEqual(text.length)
        }
    }),
  )
})

test.each(['<div>', '<b a="', '<p', '<!--', '<style>', '<table><tr><td>', '<ol><li>', '&', '<script>'])(
  '%s a hundred thousand times takes no time',
  piece => {
    const before = process.cpuUsage()
    read(`<p>x ${piece.repeat(100_000)}`)
    expect(process.cpuUsage(before).user / 1e6).toBeLessThan(5)
  },
)
