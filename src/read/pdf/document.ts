// A document, its pages and their annotations as pdfjs gives them: only what is asked of them here. load.ts opens one.

/** The few things that are asked of a page of pdfjs. */
export interface PdfPage {
  getViewport(options: { scale: number }): { width: number; height: number; transform: number[] }
  getOperatorList(): Promise<{ fnArray: number[]; argsArray: unknown[] }>
  getAnnotations(): Promise<readonly Annotation[]>
  cleanup(): boolean
  readonly commonObjs: Shelf
  readonly objs: Shelf
  readonly ref: { readonly num: number; readonly gen: number } | null
}

/** Where pdfjs keeps what drawings name. */
interface Shelf {
  has(name: string): boolean
  get(name: string): unknown
}

/** The few things that are asked of an annotation of pdfjs. */
export interface Annotation {
  readonly id?: string
  readonly subtype?: string
  readonly contentsObj?: { readonly str?: string }
  readonly file?: { readonly filename?: string }
  /** Of a field of a form: what was filled in, and whether the file draws it. */
  readonly fieldValue?: unknown
  readonly hasAppearance?: boolean
  readonly fieldType?: string | null
}

/** The few things that are asked of a document of pdfjs. */
export interface PdfDocument {
  readonly numPages: number
  getPage(number: number): Promise<PdfPage>
  getPageLabels(): Promise<string[] | null>
  getOptionalContentConfig(): Promise<{ isVisible(group: unknown): boolean }>
  getMetadata(): Promise<{ readonly info: { readonly IsXFAPresent?: boolean } }>
  getAttachments(): Promise<Record<string, { filename?: string }> | null>
}
