// Sentences that were once read the wrong way, judged by the grammar and words of the base pack alone: what only looks like a denial,
// a verb joined to another, an incident that is defined narrowly, a part that is still to be written.
import { expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { loadRulePack, readContract } from '../../src/index.ts'

const { impressions: _, ...pack } = await loadRulePack('ai-model-protection')

async function judged(id: string, text: string): Promise<string> {
  const contract = await readContract([{ name: 'contract.md', bytes: Buffer.from(text) }])
  const finding = check(contract, pack).findings.find(({ requirement }) => requirement === id)
  return [finding?.verdict, ...(finding?.reasons ?? []).map(({ code }) => code)].join(' ')
}

test.each([
  ['weights.encryption', 'All data, the model weights not excepted, shall be encrypted by the Provider at rest and in transit.', 'met'],
  ['api.logging', 'The Provider will record, without omission, each request and each response.', 'met'],
  [
    'weights.security-standard',
    'The Provider shall hold without gap a SOC 2 Type II report on the environment that hosts the model weights.',
    'met',
  ],
  ['api.audit-rights', "The Customer's auditors may, without giving a reason, inspect the logs of the API.", 'met'],
  [
    'injection.anomaly-detection',
    "A detector running without human intervention scores every prompt for signs of attack and raises an alert to the Provider's desk.",
    'met',
  ],
  [
    'weights.egress-monitoring',
    'All traffic leaving the enclave of the model passes a gate that stops whatever is not permitted, and each access to the enclave, by man or machine, is logged.',
    'met',
  ],
  [
    'api.authentication',
    'No call reaches the interface unless it bears a signed token, and each call without one is answered with an error.',
    'met',
  ],
  [
    'api.rate-limiting',
    'Provider meters requests at its gateway and throttles any account that sends more than thirty requests in a minute.',
    'met',
  ],
  [
    'training.exclusions',
    'Neither discriminatory nor offensive matter, nor anything infringing or taken without authority, is to form part of the training data.',
    'met',
  ],
])('what only looks like a denial: %s: %s', async (id, text, verdict) => {
  expect(await judged(id, text)).toBe(verdict)
})

const banned = (opening: string) =>
  `${opening}\n\n(a) identify individuals from their faces or other biometrics;\n\n(b) carry out surveillance or predictive policing; or\n\n(c) take legal, financial or employment decisions automatically without human oversight.`

test.each([
  [banned('Without the prior written approval of Provider, Customer must not use the Model to:'), 'met'],
  [banned('Customer must not use the Model, unless Provider has approved it in writing beforehand, to:'), 'met'],
  [banned('Customer must not do any of the following unless Provider has first approved it in writing:'), 'met'],
  [banned('Customer is forbidden, unless Provider has first approved it in writing, to:'), 'met'],
])('a list goes on with the ban, not with the consent before its colon: %s', async (text, verdict) => {
  expect(await judged('output.prohibited-uses', text)).toBe(verdict)
})

const notice = (meaning: string) =>
  `Agreement between Acme Inc. ("Provider") and Beta Ltd. ("Customer")\n\n1. "Security Incident" means ${meaning}.\n\n2. The Provider shall notify the Customer of each Security Incident within 24 hours of becoming aware of it.`

test.each([
  ['any unauthorised access to the systems of the Provider or to Customer Data', 'met'],
  ['any compromise of the security of the Services', 'met'],
  ['any unauthorised access to, or loss or disclosure of, Customer Data', 'partial scope'],
  ['a breach of security leading to the accidental destruction, loss, alteration or disclosure of personal data', 'partial scope'],
  ['any prompt injection that changes what the Model does, and any unauthorised access to Customer Data', 'met'],
])('an incident is what it is defined as: %s', async (meaning, verdict) => {
  expect(await judged('incident.notice', notice(meaning))).toBe(verdict)
})

test.each([
  ['The Customer may conduct its own penetration tests of the Model if Provider consents in advance.', 'partial soft'],
  ['The Customer may conduct its own penetration tests of the Model.', 'met'],
])('leave that may be refused: %s', async (text, verdict) => {
  expect(await judged('robustness.customer-testing', text)).toBe(verdict)
})

const filtered = (schedule: string) =>
  `# Agreement\n\n1. The Provider shall pass every output through the content filters set out in Schedule 2.\n\n# Schedule 2 Filters\n\n${schedule}\n`

test.each([
  ['[to be agreed by the parties before go-live]', 'partial blank'],
  ['TBD', 'partial blank'],
  ['Hate, violence and sexual content are blocked.', 'met'],
])('what leans on a schedule that is still to be written: %s', async (schedule, verdict) => {
  expect(await judged('output.content-filters', filtered(schedule))).toBe(verdict)
})

test.each([
  ['| Prompts and responses log | 60 days |', 'partial inconsistent'],
  ['| Prompts and responses log | 14 months |', 'met'],
  ['| Check images | 60 days |', 'met'],
])('a schedule of records: %s', async (row, verdict) => {
  const text = `# Agreement\n\n1. The Provider shall keep the logs of all prompts and responses of the API for thirteen months.\n\n# Schedule\n\n| Record | Kept for |\n|---|---|\n| Invoices | 7 years |\n${row}\n`
  expect(await judged('api.log-retention', text)).toBe(verdict)
})

test.each([
  ['C', 'None', 'met'],
  ['C', 'Nothing to add', 'met'],
])('a comment of %s, %s takes nothing from a row', async (answer, comment, verdict) => {
  const text = `# Requirements\n\n| Req. | Requirement | Response | Contractor comment |\n|---|---|---|---|\n| S-1 | The model weights and all data shall be encrypted at rest and in transit. | ${answer} | ${comment} |\n| S-2 | The Contractor shall hold an ISO/IEC 27001 certificate for the hosting environment. | ${answer} | ${comment} |\n`
  expect(await judged('weights.encryption', text)).toBe(verdict)
})

test.each([
  ['9. Clause 3 is disapplied.', 'missing'],
  ['9. Clause 3 is deleted and its number is not used again.', 'missing'],
  ['9. Clause 3 does not apply.', 'conflict'],
  ['9. Clause 4 is disapplied.', 'met'],
])('what is struck out is neither promised nor refused: %s', async (later, verdict) => {
  const text = `# Agreement\n\n3. The Provider shall log each request to the API and each response.\n\n4. The fee is 100.\n\n${later}\n`
  expect(await judged('api.logging', text)).toBe(verdict)
})

test.each([
  ['Files that users attach go straight through.', 'partial scope'],
  ['Files that users attach pass through the same check.', 'met'],
])('what the next sentence lets by: %s', async (next, verdict) => {
  const text = `1. The Provider shall validate and sanitise every prompt before the Model acts on it. ${next}`
  expect(await judged('injection.input-validation', text)).toBe(verdict)
})

test.each([
  ['De-identification of personal information in the training corpus: NOT USED.', 'missing'],
  ['Pseudonymisation of personal information in the training corpus: [Intentionally omitted]', 'missing'],
])('a clause that is not used: %s', async (text, verdict) => {
  expect(await judged('training.privacy', `Agreement between Acme Inc. ("Provider") and Beta Ltd. ("Customer")\n\n9.4 ${text}`)).toBe(
    verdict,
  )
})

const answered = (answer: string, remark: string) => `# Agreement

2. A Response of C (complies) binds the Provider, PC (partly complies) binds it as cut down by the remark, NC (does not comply) does not bind it.

# Schedule

| Item | Requirement | Response | Remark |
|---|---|---|---|
| T1 | The Model is to have undergone red teaming against the MITRE ATLAS tactics before release. | ${answer} | ${remark} |
| T2 | Each request and each response is to be logged. | C | |
| T3 | The results of red teaming are to be given to the Customer each quarter. | NC | Confidential. |
`

test.each([
  ['C', '', 'met'],
  ['PC', 'The chat module only.', 'partial scope'],
  ['NC', 'Not offered.', 'conflict'],
])('a row that is answered %s, with results of it refused elsewhere', async (answer, remark, verdict) => {
  expect(await judged('robustness.testing', answered(answer, remark))).toBe(verdict)
})

test.each([
  ['[insert] tokens', 'partial blank'],
  ['TBD', 'partial blank'],
  ['40,000 tokens', 'met'],
])('a term whose figure a schedule gives as %s', async (figure, verdict) => {
  const text = `# Agreement

1. The Provider shall hold each user to the Token Allotment stated in Schedule 2, and shall refuse calls beyond it until midnight.

# Schedule 2

| Item | Figure |
|---|---|
| Token Allotment for the day, each user | ${figure} |
| Desk Hours | [to be agreed] |
`
  expect(await judged('api.usage-quotas', text)).toBe(verdict)
})

const atOdds = (id: string, body: string, annex: string) =>
  judged(
    id,
    `# Agreement between Acme Inc. ("Provider") and Beta Ltd. ("Customer")\n\n1. ${body}\n\n2. The Annex has the same rank as the clauses.\n\n# Annex\n\n1. ${annex}\n`,
  )

test.each([
  [
    'weights.security-standard',
    'The Provider shall hold a SOC 2 Type II report for the environment that hosts the Model.',
    'The Provider shall hold a SOC 2 Type I report for the environment that hosts the Model; a Type II report is not required.',
    'partial inconsistent',
  ],
  [
    'weights.isolated-hosting',
    'The Provider shall keep the weights in an environment dedicated to the Customer, to which only named engineers have access.',
    'The weights are hosted on a shared server cluster of the Provider.',
    'partial inconsistent',
  ],
  [
    'weights.isolated-hosting',
    'The Provider shall keep the weights in an environment dedicated to the Customer, to which only named engineers have access.',
    'The weights are never hosted on a shared server cluster of the Provider.',
    'met',
  ],
  [
    'weights.export-consent',
    'The Provider shall not give third parties access to the weights, nor export them, without the prior written consent of the Customer, each such consent being recorded in a register.',
    'The Provider may release the weights to its hosting suppliers without asking the Customer.',
    'partial inconsistent',
  ],
])('%s, where an annex of equal rank disagrees', async (id, body, annex, verdict) => {
  expect(await atOdds(id, body, annex)).toBe(verdict)
})
