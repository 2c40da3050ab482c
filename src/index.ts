// The API: the same functions that the command line uses. Everything else inside may change without notice.
export { check } from './check/check.ts'
export type * from './domain/contract.ts'
export { UserError } from './domain/errors.ts'
export { loadRulePack } from './rulepack/rulepack.ts'
export { readContract, reportOn, version } from './pipeline.ts'
export { jsonOf } from './report/json.ts'
export { textOf } from './report/text.ts'
