// Fields (page references, form fields, macro buttons): what a person sees of them is their result, not the
// instruction. A field may run over several paragraphs, so the ones still open are kept by the story.
import type { ListPlace } from './numbering.ts'
import type { Piece } from './writer.ts'
import { child, childElements, childFlag, childValue, integer, type XmlElement } from './xml.ts'

export interface OpenField {
  instruction: string
  instructing: boolean
  /** Text that stands among the instruction: results of inner fields, seen only if the field is broken. */
  held: Piece[]
}

/** Fields open at once; more than this are never closed, and an early one is given up. */
const deepest = 50

export interface Fields {
  /** Text goes to the paragraph, or is held back while an instruction runs. */
  push(piece: Piece): void
  /** Take up a w:fldChar. */
  mark(element: XmlElement, traits: Omit<Piece, 'text'>): void
  /** Take up the words of an instruction. */
  instruct(words: string): void
  /** A field whose instruction does not end in its paragraph is broken: nothing that it held back may be lost. */
  endParagraph(): void
}

/**
 * Follow the fields of one paragraph.
 * @param open the story's open fields, outermost first; changed in place
 * @param pieces where the text goes
 * @param numberOf the place of the number that a field brings, if it brings one
 */
export function createFields(open: OpenField[], pieces: Piece[], numberOf: (instruction: string) => ListPlace | undefined): Fields {
  const push = (piece: Piece): void => {
    if (piece.text === '' && piece.page === undefined) return
    const holder = open.find(field => field.instructing)
    if (holder === undefined || piece.page !== undefined) pieces.push(piece)
    else holder.held.push(piece)
  }
  return {
    push,
    instruct(words) {
      const field = open.at(-1)
      if (field?.instructing) field.instruction += words
    },
    mark(element, traits) {
      const type = element.attributes['w:fldCharType']
      const field = open.at(-1)
      if (type === 'begin') {
        push({ text: formFieldText(child(element, 'w:ffData')), ...traits })
        if (open.length >= deepest) open.shift()
        open.push({ instruction: '', instructing: true, held: [] })
      } else if (type === 'separate' && field !== undefined) {
        field.instructing = false
      } else if (type === 'end' && field !== undefined) {
        open.pop()
        if (!field.instructing) return
        const number = numberOf(field.instruction)
        // Its figure is put in once the number of the paragraph is counted, which comes before it.
        if (number === undefined) push({ text: buttonText(field.instruction), ...traits })
        else push({ text: '#', number, ...traits })
      }
    },
    endParagraph() {
      for (let field = open.at(-1); field?.instructing; field = open.at(-1)) {
        open.pop()
        for (const piece of field.held) push(piece)
      }
    },
  }
}

/** Check boxes and drop-downs of forms show a state that is no text in the file. */
function formFieldText(data: XmlElement | undefined): string {
  const box = child(data, 'w:checkBox')
  if (box !== undefined) return (childFlag(box, 'w:checked') ?? childFlag(box, 'w:default')) ? '☒' : '☐'
  const list = child(data, 'w:ddList')
  if (list === undefined) return ''
  const entries = childElements(list).filter(entry => entry.name === 'w:listEntry')
  const chosen = integer(childValue(list, 'w:result') ?? childValue(list, 'w:default')) ?? 0
  return entries[chosen]?.attributes['w:val'] ?? ''
}

/** MACROBUTTON shows the words of its instruction: "MACROBUTTON NoMacro [Insert name]". */
function buttonText(instruction: string): string {
  return /^\s*MACROBUTTON\s+\S+\s+(.*)$/is.exec(instruction)?.[1] ?? ''
}
