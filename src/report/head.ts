// The head of the report: which files, who is who, how much was read, which pack, and the result at once.
import type { Party, Role } from '../domain/contract.ts'
import type { DocumentSummary, Report } from '../domain/report.ts'
import { flowing } from './escape.ts'
import { pageWidth, paragraph } from './layout.ts'
import { extentWords, ledgerLines, notesToTell, noteWords } from './ledger.ts'
import type { Paint } from './paint.ts'
import { faultSentence, resultSentence } from './result.ts'
import { count, quoted, sentence } from './wording.ts'

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
    ...configurationLines(report),
    ...documents.flatMap(document =>
      notesToTell(document).flatMap(note => field('Note', documents.length > 1 ? `${document.name}: ${noteWords(note)}` : noteWords(note))),
    ),
    ...report.receipt.faults.flatMap(fault => field('Fault', faultSentence(fault))).map(paint.bad),
    ...field('Result', resultSentence(report)).map(summary.result === 'pass' ? paint.good : paint.bad),
    ...field('', `clausegate ${report.version}, pack ${pack.sha256.slice(0, 12)}`).map(paint.faint),
  ]
}

/** It may have come with the contract, from the other side, and ask for less: so it stands at the top. */
function configurationLines({ receipt }: Report): string[] {
  const { configuration } = receipt
  if (configuration === undefined) return []
  const names = [...new Set((configuration.sets ?? []).map(one => one.replace(/:.*/s, '')))]
  return field('Configured', `by ${configuration.file}${names.length === 0 ? '' : `, which sets ${names.join(', ')}`} (see POLICY)`)
}

/** A line of the head: its name in the margin, its words beside it. */
export function field(name: string, words: string): string[] {
  return paragraph(flowing(words), name.padEnd(margin + 1), ' '.repeat(margin + 1))
}

function documentLines(document: DocumentSummary): string[] {
  const ledger = ledgerLines(document).flatMap(([name, words]) => field(name, words))
  return [...field('Contract', document.name), ...field('', extentWords(document)), ...ledger]
}

/** Name and aliases of a party, or how to give them. */
export function partyWords(role: Role, parties: readonly Party[]): string {
  const party = parties.find(candidate => candidate.role === role)
  if (party === undefined) return `not recognised; name it with --${role} "NAME"`
  const aliases = party.aliases.filter(alias => alias !== party.name).map(quoted)
  const called = aliases.length === 0 ? '' : `${party.name === undefined ? '' : ', '}called ${aliases.slice(0, 4).join(', ')}`
  return `${party.name ?? ''}${called}`
}

function packWords({ pack, receipt, findings }: Report): string {
  const { evaluated, of } = receipt.requirements
  const off = pack.off.map(({ requirement, reason }) => `${requirement} is switched off (${reason})`)
  const provisions = receipt.provisions === 1 ? 'its one provision' : `${count(receipt.provisions)} provisions`
  return [`${pack.title}, version ${pack.version}: ${evaluated} of ${of ?? findings.length} requirements over ${provisions}`, ...off].join(
    '; ',
  )
}
