// The head of the report: which files, who is who, how much was read, which pack, and the result at once.
import type { Party, Role } from '../domain/contract.ts'
import type { DocumentSummary, Report } from '../domain/report.ts'
import { flowing } from './escape.ts'
import { pageWidth, paragraph } from './layout.ts'
import type { Paint } from './paint.ts'
import { count, formatNames, quoted, resultSentence, sentence } from './wording.ts'

const margin = 12

/** Lines of the head, without a blank line at the end. */
export function head(report: Report, paint: Paint): string[] {
  const { documents, parties, pack, summary } = report
  return [
    paint.strong('GAP REPORT'),
    '='.repeat(pageWidth),
    ...documents.flatMap(documentLines),
    ...(['provider', 'customer'] as const).flatMap(role => field(sentence(role), partyWords(role, parties))),
    ...field('Held against', packWords(report)),
    ...documents.flatMap(({ name, notes }) =>
      notes.flatMap(({ message }) => field('Note', documents.length > 1 ? `${name}: ${message}` : message)),
    ),
    ...field('Result', resultSentence(report)).map(summary.result === 'pass' ? paint.good : paint.bad),
    ...field('', `clausegate ${report.version}, pack ${pack.sha256.slice(0, 12)}`).map(paint.faint),
  ]
}

function field(name: string, words: string): string[] {
  return paragraph(flowing(words), name.padEnd(margin + 1), ' '.repeat(margin + 1))
}

function documentLines(document: DocumentSummary): string[] {
  const { name, format, characters, pages, notes } = document
  const extent = notes.some(note => note.unread) ? 'read in part' : 'read in full'
  const size = `${formatNames[format]}, ${count(characters)} characters`
  return [...field('Contract', name), ...field('', `${size}, ${pages === undefined ? extent : pagesWords(pages)}`)]
}

function pagesWords({ read, of }: { read: number; of: number }): string {
  if (read === of) return of === 1 ? 'its one page read' : `all ${count(of)} pages read`
  return `only ${count(read)} of ${count(of)} pages read`
}

function partyWords(role: Role, parties: readonly Party[]): string {
  const party = parties.find(candidate => candidate.role === role)
  if (party === undefined) return `not recognised; name it with --${role} "NAME"`
  const aliases = party.aliases.filter(alias => alias !== party.name).map(quoted)
  const called = aliases.length === 0 ? '' : `${party.name === undefined ? '' : ', '}called ${aliases.slice(0, 4).join(', ')}`
  return `${party.name ?? ''}${called}`
}

function packWords({ pack, receipt, findings }: Report): string {
  const { evaluated, of } = receipt.requirements
  const off = pack.off.map(({ requirement, reason }) => `${requirement} is switched off (${reason})`)
  const provisions = `${count(receipt.provisions)} provisions`
  return [`${pack.title}, version ${pack.version}: ${evaluated} of ${of ?? findings.length} requirements over ${provisions}`, ...off].join(
    '; ',
  )
}
