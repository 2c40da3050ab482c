// How much a file may be before it is refused: one list for all formats, far above any contract and below what does harm.
// What happens when a limit is met stands with the reader that meets it.
import { type DocxLimits, docxLimits } from './docx/limits.ts'

/** Limits on one file; those on its parts and its XML hold for DOCX and ODT. */
export interface ReadLimits extends DocxLimits {
  /** Size of the file, in bytes. */
  readonly bytes: number
  /** Pages of a PDF. */
  readonly pages: number
  /** Pieces of text on one page of a PDF. */
  readonly pieces: number
  /** Objects of a PDF. */
  readonly objects: number
}

export const readLimits: ReadLimits = {
  ...docxLimits,
  // 100 MB: thousands of pages of text; more is a scan or an attack.
  bytes: 100 * 1024 * 1024,
  pages: 5000,
  // A dense page has a few thousand.
  pieces: 50_000,
  objects: 1_000_000,
}
