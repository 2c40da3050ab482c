// Drawings, pictures and embedded objects: the text boxes in them, and a note for what holds words that are not read.
import { type Colour, parseColour } from './colour.ts'
import { type Story, targetOf } from './story.ts'
import { child, childElements, descendants, integer, textOf, type XmlElement } from './xml.ts'

/** A text box and what stands behind its words; no colour where that cannot be told (a picture, a gradient). */
export interface TextBox {
  readonly content: XmlElement
  readonly background?: Colour
}

const shapes = new Set(['wps:wsp', 'v:shape', 'v:rect', 'v:roundrect', 'v:oval', 'v:textbox'])
const content = new Set(['w:txbxContent'])
const wordArt = new Set(['v:textpath'])
const embedded = new Set(['o:OLEObject', 'w:objectEmbed', 'w:objectLink', 'w:control'])
const charts = new Set(['c:chart', 'cx:chart'])
const diagrams = new Set(['dgm:relIds'])
const extents = new Set(['wp:extent'])
const pictures = new Set(['pic:pic', 'v:imagedata'])

/** A picture at least this large, in centimetres, may be a scanned page. */
const pageWidth = 12
const pageHeight = 15
const emuPerCentimetre = 360_000

/** The text boxes of a drawing, in order. */
export function readTextBoxes(drawing: XmlElement): TextBox[] {
  const found: TextBox[] = []
  for (const shape of descendants(drawing, shapes)) {
    const background = shapeColour(shape)
    for (const element of descendants(shape, content)) found.push({ content: element, ...(background === undefined ? {} : { background }) })
  }
  return found
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
  for (const chart of descendants(drawing, charts)) notes.leftOut(`a chart (${targetOf(story, chart.attributes['r:id'])})`)
  if (descendants(drawing, pictures).length > 0 && isPageSized(drawing)) notes.pagePicture()
}

function isPageSized(drawing: XmlElement): boolean {
  const extent = descendants(drawing, extents)[0]
  const width = (integer(extent?.attributes.cx) ?? 0) / emuPerCentimetre
  const height = (integer(extent?.attributes.cy) ?? 0) / emuPerCentimetre
  return width >= pageWidth && height >= pageHeight
}

/** The plain fill of a shape; undefined where it has none or one that is more than a plain colour. */
function shapeColour(shape: XmlElement): Colour | undefined {
  const solid = child(child(shape, 'wps:spPr'), 'a:solidFill')
  const literal = child(solid, 'a:srgbClr')?.attributes.val ?? shape.attributes.fillcolor
  return parseColour(literal)
}

/** Whether a shape is filled in a way that its colour cannot be told. */
export function hasUnknownFill(shape: XmlElement): boolean {
  const properties = child(shape, 'wps:spPr')
  if (properties === undefined) return false
  return childElements(properties).some(fill => ['a:gradFill', 'a:blipFill', 'a:pattFill'].includes(fill.name))
}
