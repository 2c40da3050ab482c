// Columns of tables that say how their rows bind: a status, a priority, an answer; and what single letters in them mean.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { manuscript } from './reading.ts'

/** The zone of each row, with what its status makes of it. */
function rows(text: string): string {
  const { provisions } = parse([manuscript(text, 'markdown')], {})
  const all = provisions.filter(one => one.cells !== undefined)
  return all.map(({ zone, status }) => (status === undefined ? zone : `${zone}:${status.force}`)).join(' ')
}

test.each([
  [
    'M is mandatory, D desirable.\n\n| No | Specification | Class | Response |\n|---|---|---|---|\n| 1 | The host logs. | M | Agree |\n| 2 | The host seals. | D | Agree |\n| 3 | The host streams. | D | Decline |\n| 4 | The host tests. | M | Agree with exception |',
    'operative operative operative:refused operative:part',
  ],
  [
    'Status: A accepted, W withdrawn, D deferred, I for information.\n\n| No | Requirement | Status |\n|---|---|---|\n| 1 | The Supplier shall log. | A |\n| 2 | The Supplier shall seal. | W |\n| 3 | The Supplier shall stream. | D |\n| 4 | The Supplier shall audit. | I |',
    'operative omitted omitted drafting-note',
  ],
  [
    "| Ref | Requirement | Priority |\n|---|---|---|\n| R1 | The system logs. | Must |\n| R2 | The system seals. | Should |\n| R3 | The system streams. | Could |\n| R4 | The system audits. | Won't |",
    'operative operative:soft operative:soft omitted',
  ],
  [
    '| Ref | Requirement | MoSCoW |\n|---|---|---|\n| R1 | The system logs. | M |\n| R2 | The system seals. | S |\n| R3 | The system streams. | C |\n| R4 | The system audits. | W |',
    'operative operative:soft operative:soft omitted',
  ],
  [
    "| Ref | Requirement | Supplier's response |\n|---|---|---|\n| R1 | The system logs. | Compliant |\n| R2 | The system seals. | Partially compliant |\n| R3 | The system streams. | Non-compliant |\n| R4 | The system audits. | Declined |",
    'operative operative:part operative:refused operative:refused',
  ],
  [
    '| Ref | Requirement | Compliance (Y/N) |\n|---|---|---|\n| R1 | The system logs. | Y |\n| R2 | The system seals. | N |',
    'operative operative:refused',
  ],
  [
    'C means compliant, P partial, X not compliant.\n\n| Ref | Requirement | Compliance |\n|---|---|---|\n| R1 | The system logs. | C |\n| R2 | The system seals. | P |\n| R3 | The system streams. | X |',
    'operative operative:part operative:refused',
  ],
  [
    '| Ref | Control | Status |\n|---|---|---|\n| R1 | Logs are kept. | In force |\n| R2 | Logs are sealed. | Superseded |\n| R3 | Logs are streamed. | Planned for a later release |',
    'operative omitted operative:soft',
  ],
  [
    "| Clause | Deviation | Customer's decision |\n|---|---|---|\n| 4 | Notice in 10 days. | Accepted |\n| 5 | No logs. | Not accepted |\n| 6 | No audit. | Rejected |",
    'operative omitted omitted',
  ],
  [
    '(M) mandatory; (D) desirable.\n\n| No | Requirement | M/D |\n|---|---|---|\n| 1 | The Vendor logs. | M |\n| 2 | The Vendor seals. | D |',
    'operative operative:soft',
  ],
  [
    'In the response column "C" signifies that the Host is bound to comply with it in full, and "N" signifies that the requirement has been withdrawn by the Client.\n\n| Ref | Requirement | Response |\n|---|---|---|\n| R1 | Calls are logged | C |\n| R2 | Calls are signed | C |\n| R3 | Calls are streamed | N |',
    'operative operative omitted',
  ],
  ['| Severity | Response | Target |\n|---|---|---|\n| 1 | 1 hour | 99 |\n| 2 | 4 hours | 98 |', 'operative operative'],
  ['| Item | Status |\n|---|---|\n| Certificate | Valid to 2027 |\n| Report | Issued |', 'operative operative'],
  [
    '## Key\n\n| Code | Meaning |\n|---|---|\n| AG | Agreed |\n| DL | Deleted |\n\n## Table\n\n| Ref | Requirement | Code |\n|---|---|---|\n| R1 | The system logs. | AG |\n| R2 | The system seals. | DL |',
    'operative omitted operative omitted',
  ],
  [
    'Rows marked "R" have been retired; rows marked "L" are live.\n\n| Ref | Requirement | State |\n|---|---|---|\n| R1 | The system logs. | L |\n| R2 | The system seals. | R |',
    'operative omitted',
  ],
  [
    '| Req | Text | Obligation |\n|---|---|---|\n| 1 | The host logs. | Mandatory |\n| 2 | The host seals. | Optional |\n| 3 | The host may stream. | Information only |',
    'operative operative:soft drafting-note',
  ],
  ['| Req | Text | Accepted? |\n|---|---|---|\n| 1 | The host logs. | Yes |\n| 2 | The host seals. | No |', 'operative omitted'],
  [
    "| Req | Text | Tenderer's answer |\n|---|---|---|\n| 1 | The host logs. | Agreed |\n| 2 | The host seals. | Not agreed |\n| 3 | The host streams. | Agreed with comments |",
    'operative operative:refused operative',
  ],
  [
    '| Req | Text | Disposition |\n|---|---|---|\n| 1 | The host logs. | Retained |\n| 2 | The host seals. | Struck |\n| 3 | The host streams. | Dropped |',
    'operative omitted omitted',
  ],
  [
    '| Req | Text | Status |\n|---|---|---|\n| 1 | The host logs. | OK |\n| 2 | The host seals. | ~~OK~~ Withdrawn 3 May |\n| 3 | The host streams. | Deferred to issue 4 |',
    'operative omitted omitted',
  ],
  [
    'A line of **Class T** (threshold) binds the Seller. A line of **Class O** (objective) tells the Seller what is welcome.\n\n| Line | Text | Class |\n|---|---|---|\n| 1 | The host logs. | T |\n| 2 | The host tests. | T |\n| 3 | The host seals. | T |\n| 4 | The host streams. | O |',
    'operative operative operative operative:soft',
  ],
  [
    '| Measure | Suite | Performance objective |\n|---|---|---|\n| Attacks withstood | Suite 4 | 94% |\n| Notes complete | Rubric | 90% |',
    'operative:soft operative:soft',
  ],
  [
    '| Rev. | Date | Change |\n|---|---|---|\n| 0.9 | 3 May | The host logs all requests. |\n| 1.0 | 9 May | First issue. |',
    'drafting-note drafting-note',
  ],
  ['| Version | Date of release | Model |\n|---|---|---|\n| 1.0 | 3 May | Finch |', 'operative'],
  ['| Measure | Suite | Value |\n|---|---|---|\n| Attacks withstood | Suite 4 | 94% |', 'operative'],
])('%j', (text, expected) => {
  expect(rows(text)).toBe(expected)
})
