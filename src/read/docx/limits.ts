// How large a DOCX may be before it is refused: a contract is far below each of these, a bomb is not.
// What happens when one is met stands where it is met.

/** Limits on one DOCX file. */
export interface DocxLimits {
  /** Entries in the ZIP directory. */
  readonly entries: number
  /** Bytes of one part when unpacked. */
  readonly partBytes: number
  /** Bytes of all parts that are read, when unpacked. */
  readonly totalBytes: number
  /** Unpacked size over packed size of one part; parts under a mebibyte are let through. */
  readonly ratio: number
  /** Nesting of XML elements. */
  readonly depth: number
  /** XML elements in all parts together. */
  readonly nodes: number
  /** Characters of text in all. */
  readonly characters: number
}

const mebibyte = 1024 * 1024

export const docxLimits: DocxLimits = {
  entries: 10_000,
  partBytes: 96 * mebibyte,
  totalBytes: 192 * mebibyte,
  ratio: 400,
  depth: 250,
  nodes: 4_000_000,
  characters: 20_000_000,
}
