// The API: the same functions that the command line uses. Everything else inside may change without notice.
//
//   const pack = await loadRulePack('ai-model-protection', { 'incident.notice.within': '24 hours' })
//   const contract = await readContract([{ name: 'contract.docx', bytes: await readFile('contract.docx') }])
//   process.stdout.write(renderText([check(contract, pack)]))
export { withControls } from './controls.ts'
export type * from './domain/contract.ts'
export type * from './domain/control.ts'
export { exitCodes, UserError } from './domain/errors.ts'
export type * from './domain/explanation.ts'
export type * from './domain/finding.ts'
export type * from './domain/manuscript.ts'
export type * from './domain/report.ts'
export type * from './domain/requirement.ts'
export { openPack as loadRulePack, shippedPacks } from './packs.ts'
export { type ContractOptions, readContract, reportOn as check, version } from './pipeline.ts'
export type { Source } from './read/read.ts'
export { jsonOf as renderJson } from './report/json.ts'
export { packMarkdown } from './report/rule.ts'
export { textOf as renderText } from './report/text.ts'
export { explainFinding as why, type WhyOptions } from './why.ts'
