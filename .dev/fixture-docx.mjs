// Writes a fixture agreement as a small, plain Word file: styles, real multi-level numbering (clauses through their
// styles, annex paragraphs directly, restarting in each annex), tables with header rows, running head, page numbers.
// Leaves counting to Word: no clause number stands in the text. Fixed dates, so the same source gives the same bytes.
import { strToU8, zipSync } from 'fflate'
import { annexLevels, recitalLevels, schools } from './fixture-source.mjs'

const W =
  'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const escapeXml = text => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;')

/** `**bold**` becomes bold runs. */
function runs(text, properties = '') {
  return text
    .split('**')
    .map((piece, i) => [piece, properties + (i % 2 === 1 ? '<w:b/>' : '')])
    .filter(([piece]) => piece !== '')
    .map(([piece, rpr]) => `<w:r>${rpr && `<w:rPr>${rpr}</w:rPr>`}<w:t xml:space="preserve">${escapeXml(piece)}</w:t></w:r>`)
    .join('')
}

const paragraph = (style, text, extra = '') => `<w:p><w:pPr><w:pStyle w:val="${style}"/>${extra}</w:pPr>${runs(text)}</w:p>`
const numbered = (id, level) => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${id}"/></w:numPr>`

// Numbering instances: 1 clauses, 2 recitals, 3 bullets, 10 + n the paragraphs of annex n.
const clauseStyles = ['Heading1', 'Clause2', 'Clause3', 'Clause4']
const writers = {
  title: b => paragraph('Title', b.text),
  heading: b => paragraph('Heading2', b.text),
  annex: b => paragraph('AnnexTitle', b.text, '<w:pageBreakBefore/>'),
  clause: b => paragraph(clauseStyles[b.level], b.text),
  continuation: b => paragraph('Continuation', b.text),
  recital: b => paragraph('BodyText', b.text, numbered(2, 0)),
  bullet: b => paragraph('BodyText', b.text, numbered(3, 0)),
  paragraph: b => paragraph('BodyText', b.text),
  'annex-paragraph': b => paragraph('BodyText', b.text, numbered(10 + b.annex, b.level)),
}

function cellXml(text, width, header) {
  const shade = header ? '<w:shd w:val="clear" w:color="auto" w:fill="D9E2EC"/>' : ''
  const body = text.split('<br>').map(t => `<w:p><w:pPr><w:pStyle w:val="TableText"/></w:pPr>${runs(t, header ? '<w:b/>' : '')}</w:p>`)
  return `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${shade}</w:tcPr>${body.join('')}</w:tc>`
}

/** Column widths in twentieths of a point, by the longest text of each column, within 9,000 in all. */
function columnWidths(rows) {
  const weights = rows[0].cells.map((_, i) => Math.sqrt(Math.max(...rows.map(row => (row.cells[i] ?? '').length), 4)))
  const sum = weights.reduce((a, b) => a + b, 0)
  return weights.map(w => Math.round((9000 * w) / sum))
}

function tableXml(rows) {
  const widths = columnWidths(rows)
  const edges = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
    .map(e => `<w:${e} w:val="single" w:sz="4" w:space="0" w:color="808080"/>`)
    .join('')
  const body = rows.map(row => {
    const properties = `<w:trPr><w:cantSplit/>${row.header ? '<w:tblHeader/>' : ''}</w:trPr>`
    return `<w:tr>${properties}${row.cells.map((cell, i) => cellXml(cell, widths[i], row.header)).join('')}</w:tr>`
  })
  const grid = widths.map(w => `<w:gridCol w:w="${w}"/>`).join('')
  return `<w:tbl><w:tblPr><w:tblW w:w="9000" w:type="dxa"/><w:tblBorders>${edges}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`
}

function bodyXml(blocks) {
  const out = []
  for (let i = 0; i < blocks.length; i++) {
    if (blocks[i].kind !== 'row') {
      out.push(writers[blocks[i].kind](blocks[i]))
      continue
    }
    const start = i
    while (blocks[i + 1]?.kind === 'row') i++
    out.push(tableXml(blocks.slice(start, i + 1)))
  }
  return out.join('\n')
}

function documentXml(blocks) {
  const section =
    '<w:sectPr><w:headerReference w:type="default" r:id="rId10"/><w:footerReference w:type="default" r:id="rId11"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1440" w:right="1440" w:bottom="1300" w:left="1440" w:header="700" w:footer="600" w:gutter="0"/></w:sectPr>'
  return `${declaration}<w:document ${W}><w:body>${bodyXml(blocks)}${section}</w:body></w:document>`
}

const indents = [
  [567, 567],
  [567, 567],
  [1134, 567],
  [1701, 567],
]

function levelXml([format, text], level, style) {
  const [left, hanging] = indents[level]
  const wide = text.startsWith('Article') ? '<w:ind w:left="0" w:firstLine="0"/>' : `<w:ind w:left="${left}" w:hanging="${hanging}"/>`
  const link = style ? `<w:pStyle w:val="${style}"/>` : ''
  return `<w:lvl w:ilvl="${level}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${link}<w:suff w:val="${text.startsWith('Article') ? 'space' : 'tab'}"/><w:lvlText w:val="${text}"/><w:lvlJc w:val="left"/><w:pPr>${wide}</w:pPr></w:lvl>`
}

const abstractXml = (id, levels) =>
  `<w:abstractNum w:abstractNumId="${id}"><w:multiLevelType w:val="multilevel"/>${levels.join('')}</w:abstractNum>`

function numberingXml(school, annexes) {
  const abstracts = [
    abstractXml(
      0,
      schools[school].map((l, i) => levelXml(l, i, clauseStyles[i])),
    ),
    abstractXml(
      1,
      recitalLevels.map((l, i) => levelXml(l, i)),
    ),
    abstractXml(2, [levelXml(['bullet', '•'], 0)]),
    abstractXml(
      3,
      annexLevels.map((l, i) => levelXml(l, i === 0 ? 0 : 2)).map((x, i) => x.replace(/w:ilvl="\d"/, `w:ilvl="${i}"`)),
    ),
  ]
  const nums = [0, 1, 2].map(i => `<w:num w:numId="${i + 1}"><w:abstractNumId w:val="${i}"/></w:num>`)
  for (let n = 1; n <= annexes; n++) {
    nums.push(
      `<w:num w:numId="${10 + n}"><w:abstractNumId w:val="3"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride></w:num>`,
    )
  }
  return `${declaration}<w:numbering ${W}>${abstracts.join('')}${nums.join('')}</w:numbering>`
}

function styleXml(id, name, ppr, rpr, base = 'Normal') {
  return `<w:style w:type="paragraph" w:styleId="${id}"><w:name w:val="${name}"/><w:basedOn w:val="${base}"/><w:qFormat/><w:pPr>${ppr}</w:pPr><w:rPr>${rpr}</w:rPr></w:style>`
}

function stylesXml(size = 21) {
  const after = n => `<w:spacing w:after="${n}"/>`
  const clause = level => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr>${after(110)}`
  const styles = [
    '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>',
    styleXml('BodyText', 'Body Text', after(110), ''),
    styleXml('Title', 'Title', `${after(240)}<w:jc w:val="center"/>`, '<w:b/><w:sz w:val="32"/>'),
    styleXml(
      'Heading1',
      'heading 1',
      `<w:keepNext/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:spacing w:before="200" w:after="100"/><w:outlineLvl w:val="0"/>`,
      '<w:b/><w:sz w:val="22"/>',
    ),
    styleXml('Heading2', 'heading 2', '<w:keepNext/><w:spacing w:before="160" w:after="80"/><w:outlineLvl w:val="1"/>', '<w:b/>'),
    styleXml('AnnexTitle', 'Annex Title', '<w:keepNext/><w:spacing w:after="160"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="24"/>'),
    styleXml('Clause2', 'Clause 2', clause(1), ''),
    styleXml('Clause3', 'Clause 3', clause(2), ''),
    styleXml('Clause4', 'Clause 4', clause(3), ''),
    styleXml('Continuation', 'Continuation', `${after(110)}<w:ind w:left="567"/>`, ''),
    styleXml('TableText', 'Table Text', '<w:spacing w:before="30" w:after="30"/>', '<w:sz w:val="18"/>'),
    styleXml('Header', 'header', '<w:jc w:val="right"/>', '<w:sz w:val="16"/>'),
    styleXml('Footer', 'footer', '<w:jc w:val="center"/>', '<w:sz w:val="16"/>'),
  ]
  const defaults = `<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Liberation Serif" w:hAnsi="Liberation Serif" w:cs="Liberation Serif"/><w:sz w:val="${size}"/><w:lang w:val="en-GB"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>`
  return `${declaration}<w:styles ${W}>${defaults}${styles.join('')}</w:styles>`
}

const field = code =>
  `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`
const headerXml = text => `${declaration}<w:hdr ${W}>${paragraph('Header', text)}</w:hdr>`
const footerXml = () =>
  `${declaration}<w:ftr ${W}><w:p><w:pPr><w:pStyle w:val="Footer"/></w:pPr>${runs('Page ')}${field('PAGE')}${runs(' of ')}${field('NUMPAGES')}</w:p></w:ftr>`

const kinds = 'application/vnd.openxmlformats-officedocument.wordprocessingml'
const parts = [
  ['styles', 'rId8'],
  ['numbering', 'rId9'],
  ['header', 'rId10'],
  ['footer', 'rId11'],
]
const contentTypes = `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${kinds}.document.main+xml"/>${parts.map(([p]) => `<Override PartName="/word/${p}.xml" ContentType="${kinds}.${p}+xml"/>`).join('')}</Types>`
const relation = (id, type, target) =>
  `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${type}" Target="${target}"/>`
const relations = list =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`

/** The bytes of the Word file. */
export function writeDocx({ head, blocks }) {
  const annexes = Math.max(...blocks.map(b => b.annex))
  const files = {
    '[Content_Types].xml': contentTypes,
    '_rels/.rels': relations([relation('rId1', 'officeDocument', 'word/document.xml')]),
    'word/document.xml': documentXml(blocks),
    'word/_rels/document.xml.rels': relations(parts.map(([p, id]) => relation(id, p, `${p}.xml`))),
    'word/styles.xml': stylesXml(head.size),
    'word/numbering.xml': numberingXml(head.school, annexes),
    'word/header.xml': headerXml(head.running),
    'word/footer.xml': footerXml(),
  }
  const entries = Object.entries(files).map(([name, xml]) => [name, strToU8(xml)])
  return zipSync(Object.fromEntries(entries), { mtime: new Date(2024, 0, 1), level: 9 })
}
