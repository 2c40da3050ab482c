// A small report made by hand, for tests of the reporters: every verdict, two documents' worth of oddities, no engine.
import type { Finding, Passage } from '../../src/domain/finding.ts'
import type { Report } from '../../src/domain/report.ts'
import type { Requirement } from '../../src/domain/requirement.ts'
import type { Waiver } from '../../src/domain/waiver.ts'
import type { Run } from '../../src/report/run.ts'

export function requirement(id: string, clause: string, severity: Requirement['severity'], title: string): Requirement {
  const wording = {
    firm: `The Provider shall do what ${id} asks within 48 hours.`,
    milder: `The Provider will do what ${id} asks within 72 hours.`,
  }
  const none = { hosted: false, parameters: [], topic: [], elements: [], tolerates: [], examples: [] } as const
  const words = { asks: `${title}, in full and without exception.`, why: 'Because a promise that cannot be checked is none.' }
  return { id, clause, title, severity, owes: 'provider', ...words, wording, ...none, request: 'soft', refused: 'conflict' }
}

export function passage(quote: string, section: string, page?: number): Passage {
  return { quote, section, document: 0, start: 10, end: 10 + quote.length, ...(page === undefined ? {} : { page }) }
}

const base = { confidence: 0.9, review: false, remarks: [] } as const
const late = passage(
  'Provider shall notify Customer of a security incident within seventy-two (72) hours after becoming aware of it.',
  '7.2',
  4,
)
const findings: Finding[] = [
  { ...base, requirement: 'weights.encryption', verdict: 'met', evidence: [passage('Weights are encrypted.', '4.1(a)', 2)], reasons: [] },
  {
    ...base,
    requirement: 'incident.notice',
    verdict: 'partial',
    evidence: [late],
    reasons: [{ code: 'value', facts: { found: '72 hours', wanted: '48 hours' } }],
    remarks: [{ code: 'nobody-named', facts: {} }],
  },
  {
    ...base,
    requirement: 'api.logging',
    verdict: 'conflict',
    evidence: [passage(`Provider does not log requests. ${'It keeps nothing at all of what is sent. '.repeat(20)}`, '', 9)],
    reasons: [],
  },
  {
    ...base,
    requirement: 'api.key-roles',
    verdict: 'missing',
    evidence: [],
    reasons: [],
    searched: 1234,
    nearest: { passage: passage('WHEREAS keys matter;', '', 1), because: 'recital' },
  },
  { ...base, requirement: 'api.log-fields', verdict: 'unread', evidence: [], reasons: [], unread: ['page 3 of contract.pdf'] },
]

/** Every verdict once; page 3 could not be read. */
export const sample: Report = {
  version: '1.2.3',
  pack: {
    id: 'sample',
    version: '1.0.0',
    title: 'A sample pack',
    sha256: 'ab'.repeat(32),
    clauses: [
      { id: 'weights', title: 'Model weight protection' },
      { id: 'api', title: 'Access to the interface' },
    ],
    requirements: [
      requirement('weights.encryption', 'weights', 'critical', 'Encryption at rest and in transit'),
      requirement('incident.notice', 'weights', 'critical', 'Notice of incidents within the time that is asked'),
      requirement('api.logging', 'api', 'critical', 'Logs of all requests and responses'),
      requirement('api.key-roles', 'api', 'major', 'Roles for API keys'),
      requirement('api.log-fields', 'api', 'minor', 'What the logs record'),
    ],
    checklist: [{ id: 'checklist.api', title: 'inference APIs are authenticated and logged', parts: ['api.logging', 'api.key-roles'] }],
    off: [{ requirement: 'api.siem-forwarding', reason: 'we run no SIEM' }],
  },
  documents: [
    {
      name: 'contract.pdf',
      format: 'pdf',
      sha256: 'cd'.repeat(32),
      characters: 34112,
      blocks: 212,
      pages: { read: 9, of: 10 },
      notes: [{ code: 'page-unread', message: 'Page 3 is a picture without text; nothing on it was checked.', unread: true, page: 3 }],
    },
  ],
  parties: [{ role: 'provider', name: 'Marlow Systems, Inc.', aliases: ['Marlow Systems, Inc.', 'Provider', 'we'] }],
  findings,
  checklist: [
    {
      item: 'checklist.api',
      verdict: 'conflict',
      parts: [
        { requirement: 'api.logging', verdict: 'conflict' },
        { requirement: 'api.key-roles', verdict: 'missing' },
      ],
    },
  ],
  receipt: {
    requirements: { evaluated: 5, of: 6 },
    provisions: 1234,
    skipped: [{ what: 'api.siem-forwarding', why: 'we run no SIEM' }],
    faults: [],
    parameters: { 'incident.notice.within': '48 hours' },
  },
  summary: {
    result: 'unread',
    failOn: 'critical',
    counts: { met: 1, partial: 1, conflict: 1, missing: 1, unread: 1 },
    failing: ['incident.notice', 'api.logging'],
  },
}

/** A waiver as it stands in a file, of a requirement of the sample. */
export const sampleWaiver: Waiver = {
  requirement: 'api.logging',
  contract: 'contract.pdf',
  fingerprint: 'f'.repeat(64),
  owner: 'Ana Ruiz',
  approver: 'Board',
  reason: 'pilot without personal data',
  opened: '2026-01-01',
  expires: '2026-12-31',
}

const failure = { document: 'old.doc', kind: 'unreadable', message: 'It is a Word 97-2003 document.', remedy: 'Save it as .docx.' } as const

/** The sample with one gap waived. */
export const waived = {
  ...sample,
  findings: sample.findings.map(f => (f.requirement === 'api.logging' ? { ...f, waiver: { ...sampleWaiver, ticket: 'LEG-7' } } : f)),
}

/** A run of it, beside a contract that could not be read. */
export const run: Run = { version: '1.2.3', reports: [waived], failures: [failure], several: true }

const [met] = sample.findings

/** A run in which every word of the contract is `quote`. */
export function hostile(quote: string): Run {
  const evidence = [passage(quote, '1')] as const
  const finding = { ...met, requirement: 'api.logging', verdict: 'conflict', evidence, reasons: [] } as (typeof sample.findings)[number]
  const documents = sample.documents.map(document => ({ ...document, name: quote }))
  return {
    version: '1',
    reports: [{ ...sample, documents, findings: [finding] }],
    failures: [{ ...failure, document: quote }],
    several: true,
  }
}
