// All that the commands do, behind one door: loaded when a command is called, and then in few files, since each file that
// is opened takes its time.
export { checkFiles } from './check.ts'
export { compare, config, init, verifyLog, waive } from './gate.ts'
export { read } from './read.ts'
export { lint, list, profiles, show, test } from './rules.ts'
export { verify } from './verify.ts'
