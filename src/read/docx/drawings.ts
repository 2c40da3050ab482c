// Drawings, pictures and embedded objects: the text boxes in them, and a note for what holds words that are not read.
import type { HiddenBy } from '../../domain/manuscript.ts'
import { type Colour, parseColour, white } from './colour.ts'
import { type Source, type Story, targetOf } from './story.ts'
import { child, childElements, descendants, integer, textOf, type XmlElement } from './xml.ts'

export interface TextBox {
  readonly content: XmlElement
  /** What stands behind its words; undefined where that cannot be told (a picture, a gradient). */
  readonly background: Colour | undefined
  readonly hidden?: HiddenBy
}

const shapes = new Set(['wps:wsp', 'v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:textbox', 'w:txbxContent'])
const content = new Set(['w:txbxContent'])
const wordArt = new Set(['v:textpath'])
const embedded = new Set(['o:OLEObject', 'w:objectEmbed', 'w:objectLink', 'w:control'])
const charts = new Set(['c:chart', 'cx:chart'])
const diagrams = new Set(['dgm:relIds'])
const extents = new Set(['wp:extent'])
const pictures = new Set(['pic:pic', 'v:imagedata'])
const positions = new Set(['wp:posOffset'])
const names = new Set(['wp:docPr'])

const emuPerCentimetre = 360_000
/** A picture at least this large, in centimetres, may be a scanned page. */
const pageWidth = 12
const pageHeight = 15
/** A drawing beyond these from where it is anchored, in centimetres, is on no usual page (up to A3). */
const farthestOut = -25
const farthestIn = 45

/** The text boxes of a drawing, in order. */
export function readTextBoxes(drawing: XmlElement, source: Source): TextBox[] {
  const hidden = hiddenBy(drawing)
  return descendants(drawing, shapes).flatMap(shape => {
    const background = backgroundOf(shape, source)
    const contents = shape.name === 'w:txbxContent' ? [shape] : descendants(shape, content)
    return contents.map(element => ({ content: element, background, ...(hidden === undefined ? {} : { hidden }) }))
  })
}

function hiddenBy(drawing: XmlElement): HiddenBy | undefined {
  const marked = descendants(drawing, names)[0]?.attributes.hidden
  if (marked === '1' || marked === 'true') return 'invisible'
  const offsets = descendants(drawing, positions).map(position => Number.parseInt(textOf(position), 10) / emuPerCentimetre)
  const margins = [
    ...(descendants(drawing, shapes)[0]?.attributes.style ?? '').matchAll(/margin-(?:left|top):(-?\d{1,7})(?:\.\d{1,4})?pt/g),
  ]
  const places = [...offsets, ...margins.map(([, points]) => (Number(points) * 2.54) / 72)]
  return places.some(place => place < farthestOut || place > farthestIn) ? 'off-page' : undefined
}

/** Words bent along a path (watermarks, mostly), which are an attribute. */
export function readWordArt(drawing: XmlElement): string[] {
  return descendants(drawing, wordArt).flatMap(element => element.attributes.string ?? [])
}

/** Text of a diagram (SmartArt), which stands in a part of its own: one string for each shape. */
export function readDiagrams(drawing: XmlElement, story: Story): string[] {
  const { pkg } = story.source
  return descendants(drawing, diagrams).flatMap(element => {
    const part = pkg.relationships(story.part).get(element.attributes['r:dm'] ?? '')
    const root = part === undefined || part.external ? undefined : pkg.root(part.target)
    if (root === undefined) story.source.notes.unreadPart('a diagram whose text is not in the file')
    return root === undefined ? [] : descendants(root, new Set(['a:p'])).map(textOf)
  })
}

/** Say what of a drawing has words that are not read. */
export function noteUnreadDrawing(drawing: XmlElement, story: Story): void {
  const { notes } = story.source
  for (const object of descendants(drawing, embedded)) {
    const target = targetOf(story, object.attributes['r:id'])
    if (object.name === 'w:control') notes.leftOut(`a form control (${target})`)
    else notes.unreadPart(`an embedded object (${object.attributes.ProgID ?? 'unknown'}, ${target})`)
  }
  for (const chart of descendants(drawing, charts)) notes.leftOut(chartWords(targetOf(story, chart.attributes['r:id']), story))
  if (descendants(drawing, pictures).length > 0 && isPageSized(drawing)) notes.pagePicture()
}

const labels = new Set(['a:t', 'c:v', 'cx:v'])
const mostChartWords = 160

/** What a chart says: titles and categories, without its figures. A chart binds nobody, but may show what was agreed. */
function chartWords(part: string, story: Story): string {
  const root = story.source.pkg.root(part)
  const found = root === undefined ? [] : descendants(root, labels).map(textOf)
  const words = [...new Set(found.map(label => label.trim()))].filter(label => /\p{L}/u.test(label)).join(', ')
  const shown = words.length > mostChartWords ? `${words.slice(0, mostChartWords)}…` : words
  return `a chart (${part})${shown === '' ? '' : ` that shows “${shown}”`}`
}

function isPageSized(drawing: XmlElement): boolean {
  const extent = descendants(drawing, extents)[0]
  const width = (integer(extent?.attributes.cx) ?? 0) / emuPerCentimetre
  const height = (integer(extent?.attributes.cy) ?? 0) / emuPerCentimetre
  return width >= pageWidth && height >= pageHeight
}

/** The plain fill of a shape, or the page where it has none; undefined where it cannot be told. */
function backgroundOf(shape: XmlElement, source: Source): Colour | undefined {
  if (shape.name.startsWith('v:')) {
    if (['f', 'false'].includes(shape.attributes.filled ?? '')) return source.page
    return shape.attributes.fillcolor === undefined ? white : parseColour(shape.attributes.fillcolor)
  }
  const properties = child(shape, 'wps:spPr')
  const fill = properties === undefined ? undefined : childElements(properties).find(one => /^a:\w*Fill$/.test(one.name))
  if (fill?.name === 'a:solidFill') return parseColour(child(fill, 'a:srgbClr')?.attributes.val)
  if (fill?.name === 'a:noFill') return source.page
  // Without a fill of its own a shape takes that of its style, if it has one.
  return fill === undefined && child(shape, 'wps:style') === undefined ? source.page : undefined
}
