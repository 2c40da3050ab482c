// From bytes to a Manuscript: hashes them, looks at the content (never the extension) and hands them to the
// reader of that format, loaded only then. What each format is like inside is left to the readers.
import { createHash } from 'node:crypto'
import { UserError } from '../domain/errors.ts'
import type { Manuscript, Note } from '../domain/manuscript.ts'
import { ended } from './endings.ts'
import { type ReadLimits, readLimits } from './limits.ts'
import { otherName } from './naming.ts'
import { scrutinise } from './scrutiny.ts'
import { sniff } from './sniff.ts'

/** A file as given: the name for people, and the bytes. */
export interface Source {
  readonly name: string
  readonly bytes: Uint8Array
}

export interface ReadOptions {
  /** Password of a protected PDF. */
  readonly password?: string
  /** Which state of tracked changes is read; `final` where not given. */
  readonly revisions?: 'final' | 'original'
  /** `false`: pages that are pictures are not read by OCR, though its packages may be installed. */
  readonly ocr?: boolean
  /** Other limits than those of limits.ts. */
  readonly limits?: Partial<ReadLimits>
}

/**
 * Reads one file. Throws UserError (`unreadable`) that says what the file is and what to do, where it is of a
 * format that is not read, damaged, protected, too large, or holds no text at all.
 */
export async function readManuscript(source: Source, options: ReadOptions = {}): Promise<Manuscript> {
  const limits = limitsOf(options)
  if (source.bytes.length > limits.bytes) throw tooLarge(source, limits.bytes)
  const manuscript = await dispatch(source, options, limits)
  if (manuscript.text.length > limits.characters) throw tooLong(source, limits.characters)
  if (manuscript.text.trim() === '') throw withoutText(manuscript)
  return scrutinise(withName(manuscript))
}

function withName(manuscript: Manuscript): Manuscript {
  const notes = otherName(manuscript.name, manuscript.format)
  return notes.length === 0 ? manuscript : { ...manuscript, notes: [...notes, ...manuscript.notes] }
}

/**
 * Reads one file, and of a message what is attached to it, as documents of their own.
 * @throws UserError as `readManuscript` does; what is attached and cannot be read becomes a note
 */
export async function readManuscripts(source: Source, options: ReadOptions = {}): Promise<Manuscript[]> {
  const seen = source.bytes.length > limitsOf(options).bytes ? undefined : sniff(source.bytes, source.name)
  if (seen === undefined || !('format' in seen) || seen.format !== 'eml') return [await readManuscript(source, options)]
  const { notRead, readMail } = await import('./mail/mail.ts')
  const { message, attachments } = readMail(source.bytes, source.name, hashOf(source.bytes))
  const read: Manuscript[] = []
  const notes: Note[] = []
  for (const attachment of attachments) {
    try {
      read.push(await readManuscript({ name: `${source.name} > ${attachment.name}`, bytes: attachment.bytes }, options))
    } catch (error) {
      if (!(error instanceof UserError)) throw error
      notes.push(notRead(attachment, `${error.message}.`))
    }
  }
  const own = ended({ ...message, notes: [...message.notes, ...notes] }, Buffer.from(source.bytes).toString('latin1'))
  const all = [scrutinise(withName(own)), ...read]
  if (all.every(({ text }) => text.trim() === '')) throw withoutText(message)
  return all
}

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const limitsOf = ({ limits }: ReadOptions): ReadLimits => ({ ...readLimits, ...limits })

async function dispatch({ name, bytes }: Source, options: ReadOptions, limits: ReadLimits): Promise<Manuscript> {
  const sha256 = hashOf(bytes)
  const seen = sniff(bytes, name)
  if ('problem' in seen) throw new UserError('unreadable', name, seen.problem, seen.remedy)
  if (seen.format === 'docx') {
    const { readDocx } = await import('./docx/docx.ts')
    return readDocx(bytes, name, { sha256, revisions: options.revisions ?? 'final', limits })
  }
  if (seen.format === 'pdf') {
    const { readPdf } = await import('./pdf/pdf.ts')
    const off = options.ocr === false ? { ocr: false as const } : {}
    return readPdf(bytes, name, { sha256, limits, ...(options.password === undefined ? {} : { password: options.password }), ...off })
  }
  if (seen.format === 'odt') return (await import('./odt/odt.ts')).readOdt(bytes, name, sha256, limits)
  if (seen.format === 'eml') return messageAlone({ name, bytes }, sha256)
  if (seen.format === 'html') {
    const [{ readHtml }, { decodePage }] = await Promise.all([import('./html/html.ts'), import('./decode.ts')])
    const page = decodePage(bytes)
    return ended(readHtml(page, name, sha256), page)
  }
  if (seen.format === 'rtf') {
    const rtf = Buffer.from(bytes).toString('latin1')
    return ended((await import('./rtf/rtf.ts')).readRtf(rtf, name, sha256), rtf)
  }
  const { readText } = await import('./text.ts')
  return readText(bytes, name, { sha256, format: seen.format === 'markdown' ? 'markdown' : 'text' })
}

/** A message where only one document can be given: what is attached is named and stays closed. */
async function messageAlone({ name, bytes }: Source, sha256: string): Promise<Manuscript> {
  const { notRead, readMail } = await import('./mail/mail.ts')
  const { message, attachments } = readMail(bytes, name, sha256)
  const closed = attachments.map(attachment => notRead(attachment, 'Save it and check it by itself.'))
  return ended({ ...message, notes: [...message.notes, ...closed] }, Buffer.from(bytes).toString('latin1'))
}

function tooLarge({ name, bytes }: Source, limit: number): UserError {
  const megabytes = (n: number) => `${Math.ceil(n / 1024 / 1024)} MB`
  const what = `The file is too large: ${megabytes(bytes.length)}, where at most ${megabytes(limit)} are read`
  return new UserError('unreadable', name, what, 'Split it, or save it without its pictures.')
}

function tooLong({ name }: Source, limit: number): UserError {
  const what = `The file has too much text: at most ${limit.toLocaleString('en')} characters are read`
  return new UserError('unreadable', name, what, 'Split it, and check the parts with --together if they are one agreement.')
}

function withoutText({ name, format }: Manuscript): UserError {
  if (format !== 'pdf')
    return new UserError('unreadable', name, 'The file holds no text', 'Check that it is the right file; nothing was checked.')
  const remedy = 'Run text recognition (OCR) on it, for instance with ocrmypdf, or ask for the text file; nothing was checked.'
  return new UserError('unreadable', name, 'The file holds no text: its pages are pictures (a scan)', remedy)
}
