// XML of a part as a light tree. Names come out with the prefixes the standard uses, whatever the file calls
// them, strict and transitional alike; mc:AlternateContent is settled here, so nobody else ever sees both branches.
import { SaxesParser } from 'saxes'
import { damaged, tooLarge } from './archive.ts'
import type { DocxLimits } from './limits.ts'
import { createNaming, understood } from './namespaces.ts'

export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlElement | string)[]
  /** Paragraphs only: which of the `w:p` elements of the part it is, from 1, in file order. */
  readonly order?: number
}

/** What all parts of one file may use together; `nodes` counts down. */
export interface XmlBudget {
  readonly file: string
  readonly limits: DocxLimits
  nodes: number
}

/** Elements whose character data is text; white space elsewhere is only layout of the file. */
const textElements = new Set(['w:t', 'w:delText', 'w:instrText', 'w:delInstrText', 'm:t', 'a:t', 'c:v', 'cx:v', 'wp:posOffset'])

/**
 * Parse one part.
 * @param part its name, for messages
 * @param deliver gets each child of `w:body` as soon as it is complete; it is then forgotten, which keeps long documents small
 * @returns the root element
 * @throws UserError where the XML is not well-formed, has a DTD, or is over a limit
 */
export function parseXml(xml: string, part: string, budget: XmlBudget, deliver?: (child: XmlElement) => void): XmlElement {
  const { file, limits } = budget
  const parser = new SaxesParser({ position: false })
  const naming = createNaming()
  const stack: XmlElement[] = [{ name: '', attributes: {}, children: [] }]
  let top = stack[0] as XmlElement
  let paragraphs = 0
  parser.on('error', error => {
    throw damaged(file, `${part} is not well-formed XML (${error.message.slice(0, 120)})`)
  })
  parser.on('doctype', () => {
    throw damaged(file, `${part} has a document type declaration, which DOCX does not allow`)
  })
  parser.on('opentag', tag => {
    if (--budget.nodes < 0) throw tooLarge(file, `more than ${limits.nodes} XML elements`)
    if (stack.length > limits.depth) throw tooLarge(file, `${part} nests elements deeper than ${limits.depth}`)
    // Plain strings, as namespaces are not left to the parser.
    const raw = tag.attributes as Record<string, string>
    naming.enter(raw)
    const name = naming.element(tag.name)
    const readable = name === 'mc:Choice' && understood(naming, raw.Requires ?? '')
    const attributes = readable ? { readable: 'yes' } : naming.attributes(raw)
    top = name === 'w:p' ? { name, attributes, children: [], order: ++paragraphs } : { name, attributes, children: [] }
    stack.push(top)
  })
  parser.on('text', text => {
    if (textElements.has(top.name)) top.children.push(text)
  })
  parser.on('cdata', text => {
    if (textElements.has(top.name)) top.children.push(text)
  })
  parser.on('closetag', () => {
    const element = stack.pop() as XmlElement
    top = stack[stack.length - 1] as XmlElement
    naming.leave()
    const take = deliver !== undefined && top.name === 'w:body' ? deliver : (child: XmlElement) => void top.children.push(child)
    if (element.name === 'mc:AlternateContent') for (const child of chooseAlternative(element)) take(child)
    else take(element)
  })
  parser.write(xml).close()
  return top.children[0] as XmlElement
}

/** What is told of a part that is read as it comes, names as the file has them. */
export interface XmlListener {
  open(name: string, attributes: Readonly<Record<string, string>>): void
  close(name: string): void
  text(text: string): void
}

/**
 * Read a part of another format as it comes, under the same limits.
 * @throws UserError as `parseXml` does
 */
export function scanXml(xml: string, part: string, budget: XmlBudget, listener: XmlListener): void {
  const { file, limits } = budget
  const parser = new SaxesParser({ position: false })
  let depth = 0
  parser.on('error', error => {
    throw damaged(file, `${part} is not well-formed XML (${error.message.slice(0, 120)})`)
  })
  parser.on('doctype', () => {
    throw damaged(file, `${part} has a document type declaration, which is not allowed there`)
  })
  parser.on('opentag', tag => {
    if (--budget.nodes < 0) throw tooLarge(file, `more than ${limits.nodes} XML elements`)
    if (++depth > limits.depth) throw tooLarge(file, `${part} nests elements deeper than ${limits.depth}`)
    listener.open(tag.name, tag.attributes as Record<string, string>)
  })
  parser.on('closetag', tag => {
    depth--
    listener.close(tag.name)
  })
  parser.on('text', text => listener.text(text))
  parser.on('cdata', text => listener.text(text))
  parser.write(xml).close()
}

/** The first choice whose namespaces we know, else the fallback (ECMA-376 part 3, 9.3): its children take the place of the whole. */
function chooseAlternative(element: XmlElement): XmlElement[] {
  const branches = childElements(element)
  const choice = branches.find(branch => branch.name === 'mc:Choice' && branch.attributes.readable === 'yes')
  const chosen = choice ?? branches.find(branch => branch.name === 'mc:Fallback')
  return chosen === undefined ? [] : childElements(chosen)
}

export function childElements(element: XmlElement): XmlElement[] {
  return element.children.filter((node): node is XmlElement => typeof node !== 'string')
}

/** The first child of that name. */
export function child(element: XmlElement | undefined, name: string): XmlElement | undefined {
  if (element === undefined) return undefined
  for (const node of element.children) if (typeof node !== 'string' && node.name === name) return node
  return undefined
}

/** `w:val` of the first child of that name; undefined where there is no such child or no value. */
export function childValue(element: XmlElement | undefined, name: string): string | undefined {
  return child(element, name)?.attributes['w:val']
}

/** An on/off property: undefined where it is not stated. */
export function childFlag(element: XmlElement | undefined, name: string): boolean | undefined {
  const found = child(element, name)
  if (found === undefined) return undefined
  return isOn(found.attributes['w:val'])
}

export function isOn(value: string | undefined): boolean {
  return value === undefined || !['0', 'false', 'off', 'none'].includes(value)
}

/** All elements of a name below this one, not looking inside those that were found. */
export function descendants(element: XmlElement, names: ReadonlySet<string>, found: XmlElement[] = []): XmlElement[] {
  for (const node of element.children) {
    if (typeof node === 'string') continue
    if (names.has(node.name)) found.push(node)
    else descendants(node, names, found)
  }
  return found
}

/** The text of an element that holds only text. */
export function textOf(element: XmlElement): string {
  return element.children.map(node => (typeof node === 'string' ? node : textOf(node))).join('')
}

/** A whole number, or undefined. */
export function integer(value: string | undefined): number | undefined {
  if (value === undefined) return undefined
  const number = Number.parseInt(value, 10)
  return Number.isFinite(number) ? number : undefined
}
