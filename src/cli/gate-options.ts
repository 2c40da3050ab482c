// The options of the commands around a gate, for commander. What each command does is in the file of its name.
import { type Command, Option } from './command.ts'
import type { Io } from './io.ts'
import { addReading } from './reading-options.ts'

type Exit = (code: number) => void

/** Adds `init`, `config`, `waive`, `compare`, `verify` and `log`. */
export function addGate(program: Command, io: Io, exit: Exit): void {
  addConfiguration(program, io)
  addWaive(program, io)
  addComparison(program, io, exit)
  addProof(program, io, exit)
}

function addConfiguration(program: Command, io: Io): void {
  program
    .command('init')
    .description('Write a clausegate.config.yaml to start from, with every key explained.')
    .argument('[folder]', 'where to', '.')
    .action(async (folder: string) => (await import('./commands.ts')).init(folder, io))
  program
    .command('config')
    .description('Show what applies to a contract, and where each value was set.')
    .argument('<file>', 'a contract; it need not exist yet')
    .option('--config <file>', 'configuration (default: the next one upward from the contract)')
    .action(async (file: string, options) => (await import('./commands.ts')).config(file, options, io))
}

function addWaive(program: Command, io: Io): void {
  addReading(
    program
      .command('waive')
      .description('Accept one gap of a contract until a day: adds it to the file of waivers, bound to the words as they stand.')
      .argument('<id>', 'requirement, e.g. api.log-retention')
      .argument('<file...>', 'the contract; with --together, all its parts')
      .option('--together', 'read all files as one agreement, as check does')
      .requiredOption('--owner <name>', 'who answers for it')
      .requiredOption('--approver <name>', 'who approved it')
      .requiredOption('--reason <text>', 'why it is acceptable, in a sentence')
      .requiredOption('--expires <date>', 'last UTC day on which it holds: 2027-03-31')
      .option('--opened <date>', 'first UTC day (default: today)')
      .option('--ticket <id>', 'where it was decided')
      .option('--waivers <file>', "file of waivers (default: the configuration's, or clausegate.waivers.yaml here)")
      .option('--pack <name or path>', 'rule pack; repeatable', collect, [])
      .option('--profile <name>', 'as it is given to check; repeatable', collect, [])
      .option('--set <name=value>', 'as it is given to check; repeatable', collect, [])
      .option('--provider <name>', 'as it is given to check')
      .option('--customer <name>', 'as it is given to check')
      .option('--config <file>', 'configuration')
      .option('--no-config', 'pass over any configuration'),
  ).action(async (id: string, files: string[], options) => (await import('./commands.ts')).waive(id, files, options, io))
}

function addComparison(program: Command, io: Io, exit: Exit): void {
  addReading(
    program
      .command('compare')
      .description('Hold two versions of a contract against each other: what is better, worse, reworded or the same.')
      .argument('<old>', 'a contract, or a saved JSON report')
      .argument('<new>', 'a contract, or a saved JSON report')
      .option('--fail-on-regression', 'exit with 1 where anything is worse')
      .option('--json', 'as JSON')
      .option('--pack <name or path>', 'rule pack; repeatable', collect, [])
      .option('--profile <name>', 'hold both against a profile besides; repeatable', collect, [])
      .option('--set <name=value>', 'set a parameter of the pack; repeatable', collect, [])
      .option('--config <file>', 'configuration')
      .option('--no-config', 'pass over any configuration'),
  ).action(async (before: string, after: string, options) =>
    exit(await (await import('./commands.ts')).compare(before, after, options, io)),
  )
}

function addProof(program: Command, io: Io, exit: Exit): void {
  addReading(
    program
      .command('verify')
      .description('Make a saved JSON report again from the same files, and say whether it still stands.')
      .argument('<report>', 'a saved JSON report')
      .argument('<file...>', 'the contracts it was made of, in any order')
      .option('--pack <name or path>', "rule pack (default: the report's)", collect, [])
      .option('--provider <name>', 'as it was given to check')
      .option('--customer <name>', 'as it was given to check')
      .addOption(new Option('--revisions <state>', 'of tracked changes').choices(['final', 'original']).default('final'))
      .option('--config <file>', 'configuration')
      .option('--no-config', 'pass over any configuration'),
  ).action(async (report: string, files: string[], options) =>
    exit(await (await import('./commands.ts')).verify(report, files, options, io)),
  )
  program
    .command('log')
    .description('The audit log that check --log FILE keeps.')
    .command('verify')
    .description('prove a log whole: no line changed, taken out or put in')
    .argument('<file>', 'the log')
    .action(async (file: string) => exit(await (await import('./commands.ts')).verifyLog(file, io)))
}

/** For options that may be given more than once. */
export function collect(value: string, before: string[]): string[] {
  return [...before, value]
}
