// What the commands other than `check` and `read` do, behind one door: loaded when one of them is called. Those two stand
// apart, since all that is loaded with a command takes its time.

export { compare } from './compare.ts'
export { config, init } from './configuration.ts'
export { coverage, report } from './controls.ts'
export { verifyLog } from './log.ts'
export { lint, list, profiles, show, test } from './rules.ts'
export { verify } from './verify.ts'
export { waive } from './waive.ts'
export { why } from './why.ts'
