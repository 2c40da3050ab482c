// OpenDocument texts to a Manuscript: opens the package, reads the styles, then the content. What stands in the content
// is read in content.ts. Nothing outside the file is opened, and no embedded object.
import { UserError } from '../../domain/errors.ts'
import type { Manuscript, Note } from '../../domain/manuscript.ts'
import { assemble } from '../assemble.ts'
import { damaged, openArchive } from '../docx/archive.ts'
import { type DocxLimits, docxLimits } from '../docx/limits.ts'
import { readContent } from './content.ts'
import { noStyles, readStyles } from './styles.ts'

/** Reads an ODT. Throws UserError (`unreadable`) where it is damaged, locked or over a limit (those of DOCX). */
export function readOdt(bytes: Uint8Array, name: string, sha256: string, limits: DocxLimits = docxLimits): Manuscript {
  const archive = openArchive(bytes, name, limits)
  const part = (path: string) => {
    const found = archive.read(path)
    return found === undefined ? undefined : new TextDecoder().decode(found)
  }
  if (part('META-INF/manifest.xml')?.includes('encryption-data')) throw locked(name)
  const content = part('content.xml')
  if (content === undefined) throw damaged(name, 'its part content.xml is missing')
  const budget = { file: name, limits, nodes: limits.nodes }
  const looks = part('styles.xml')
  const styles = noStyles()
  if (looks !== undefined) readStyles(looks, 'styles.xml', budget, styles)
  readStyles(content, 'content.xml', budget, styles)
  const main = readContent(content, 'content.xml', budget, styles)
  const heads = looks === undefined ? [] : readContent(looks, 'styles.xml', budget, styles).drafts
  const { text, blocks, notes } = assemble([...main.drafts, ...heads])
  return { name, format: 'odt', sha256, text, blocks, pages: [], notes: [...notes, ...objects(main.objects)] }
}

function objects(count: number): Note[] {
  const message = `${count} embedded ${count === 1 ? 'object was' : 'objects were'} not read.`
  return count === 0 ? [] : [{ code: 'part-unread', message, unread: true }]
}

function locked(name: string): UserError {
  return new UserError(
    'unreadable',
    name,
    'the file is protected by a password',
    'Open it in its office program and save a copy without a password.',
  )
}
