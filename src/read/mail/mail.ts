// E-mail messages to a Manuscript: the text of the message. What is attached is handed out for the readers of its own
// format; what of it they cannot read is noted here.
import type { Manuscript, Note } from '../../domain/manuscript.ts'
import { readHtml } from '../html/html.ts'
import { readText } from '../text.ts'
import { type Attachment, readMime } from './mime.ts'

/** Reads a message. */
export function readMail(bytes: Uint8Array, name: string, sha256: string): { message: Manuscript; attachments: readonly Attachment[] } {
  const mail = readMime(Buffer.from(bytes).toString('latin1'))
  const plain = mail.plain.trim() !== '' || mail.html === ''
  const text = plain
    ? readText(new TextEncoder().encode(`${mail.plain}\n`), name, { sha256, format: 'text' })
    : readHtml(mail.html, name, sha256)
  const closed: Note[] =
    mail.closed === 0
      ? []
      : [
          {
            code: 'part-unread',
            message: `${mail.closed} parts of the message were not opened: it nests too deep or has too many.`,
            unread: true,
          },
        ]
  return { message: { ...text, format: 'eml', notes: [...text.notes, ...closed] }, attachments: mail.attachments }
}

/** That a thing attached was not read. The pictures of a signature bind nobody. */
export function notRead({ name, inline }: Attachment, why: string): Note {
  const message = inline ? `A picture in the message (${name}) was not read.` : `Attached and not read: ${name}. ${why}`
  return { code: 'part-unread', message, unread: !inline }
}
