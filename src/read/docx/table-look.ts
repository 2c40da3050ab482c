// What a table style paints: the shading behind each cell and the print in it, by the cell's place in the table
// (first row, last column, bands). Needed only to tell white words on a dark band from hidden ones.
import { type Colour, shadingColour, type Theme } from './colour.ts'
import { overlay, type RunProperties, readRunProperties } from './properties.ts'
import type { Styles } from './styles.ts'
import { child, childElements, childValue, type XmlElement } from './xml.ts'

export interface CellLook {
  readonly run: RunProperties
  readonly background?: Colour
}

/** The look of a cell by row and column, both from 0, with their totals. */
export type TableLook = (row: number, column: number, rows: number, columns: number) => CellLook

interface Parts {
  readonly firstRow: boolean
  readonly lastRow: boolean
  readonly firstColumn: boolean
  readonly lastColumn: boolean
  readonly rowBands: boolean
  readonly columnBands: boolean
}

export function readTableLook(properties: XmlElement | undefined, styles: Styles, theme: Theme): TableLook {
  const chain = styles.table(childValue(properties, 'w:tblStyle'))
  const own = looked(properties, 'w:tblPr', theme)
  if (chain.length === 0) return () => own
  const looks = conditionalLooks(chain, theme)
  const parts = readParts(child(properties, 'w:tblLook'))
  return (row, column, rows, columns) => {
    let look = own
    // From the weakest to the strongest (ECMA-376 17.7.6).
    for (const condition of conditions(parts, row, column, rows, columns)) look = over(look, looks.get(condition))
    return look
  }
}

/** Each condition's look with what the styles that this one is based on say of it. */
function conditionalLooks(chain: readonly XmlElement[], theme: Theme): Map<string, CellLook> {
  const looks = new Map<string, CellLook>()
  const add = (condition: string, look: CellLook): void => {
    looks.set(condition, over(looks.get(condition) ?? { run: {} }, look))
  }
  for (const style of [...chain].reverse()) {
    add('wholeTable', looked(child(style, 'w:tblPr'), 'w:tblPr', theme))
    add('wholeTable', looked(style, 'w:style', theme))
    for (const part of childElements(style)) {
      if (part.name === 'w:tblStylePr') add(part.attributes['w:type'] ?? '', looked(part, 'w:tblStylePr', theme))
    }
  }
  return looks
}

function looked(element: XmlElement | undefined, kind: string, theme: Theme): CellLook {
  const cell = kind === 'w:tblPr' ? element : child(element, 'w:tcPr')
  const background = shadingColour(child(cell, 'w:shd'), theme)
  return { run: readRunProperties(child(element, 'w:rPr'), theme), ...(background === undefined ? {} : { background }) }
}

function over(under: CellLook, look: CellLook | undefined): CellLook {
  return look === undefined ? under : { ...under, ...look, run: overlay(under.run, look.run) }
}

function* conditions(parts: Parts, row: number, column: number, rows: number, columns: number): Generator<string> {
  const [top, bottom] = [parts.firstRow && row === 0, parts.lastRow && row === rows - 1]
  const [left, right] = [parts.firstColumn && column === 0, parts.lastColumn && column === columns - 1]
  yield 'wholeTable'
  if (parts.columnBands && !left && !right) yield (column - Number(parts.firstColumn)) % 2 === 0 ? 'band1Vert' : 'band2Vert'
  if (parts.rowBands && !top && !bottom) yield (row - Number(parts.firstRow)) % 2 === 0 ? 'band1Horz' : 'band2Horz'
  if (left) yield 'firstCol'
  if (right) yield 'lastCol'
  if (top) yield 'firstRow'
  if (bottom) yield 'lastRow'
  if (top && left) yield 'nwCell'
  if (top && right) yield 'neCell'
  if (bottom && left) yield 'swCell'
  if (bottom && right) yield 'seCell'
}

/** w:tblLook in attributes, or as the older bit mask. */
function readParts(look: XmlElement | undefined): Parts {
  const mask = Number.parseInt(look?.attributes['w:val'] ?? '0', 16) || 0
  const on = (name: string, bit: number): boolean => {
    const stated = look?.attributes[`w:${name}`]
    return stated === undefined ? (mask & bit) !== 0 : ['1', 'true', 'on'].includes(stated)
  }
  return {
    firstRow: on('firstRow', 0x20),
    lastRow: on('lastRow', 0x40),
    firstColumn: on('firstColumn', 0x80),
    lastColumn: on('lastColumn', 0x100),
    rowBands: !on('noHBand', 0x200),
    columnBands: !on('noVBand', 0x400),
  }
}
