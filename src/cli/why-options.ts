// The options of the command that explains a verdict, for commander. What it does is in why.ts.
import { type Command, Option } from './command.ts'
import { collect } from './gate-options.ts'
import type { Io } from './io.ts'
import { addReading } from './reading-options.ts'

/** Adds `why`. */
export function addWhy(program: Command, io: Io): void {
  const command = program.command('why')
  command
    .description('Explain one verdict: what was looked at, how it was read, what counted, and the smallest change that would make it met.')
    .argument('<id>', 'of the requirement, e.g. incident.notice')
    .argument('<file>', 'a contract, or "-" for standard input')
    .option('--pack <name or path>', 'rule pack (default: ai-model-protection); repeatable', collect, [])
    .option('--set <name=value>', 'set a parameter of the pack; repeatable', collect, [])
    .option('--provider <name>', 'the party that provides the model')
    .option('--customer <name>', 'the party that uses it')
    .option('--config <file>', 'configuration (default: the next one upward from the contract)')
    .option('--no-config', 'pass over any configuration')
    .addOption(new Option('--revisions <state>', 'of tracked changes').choices(['final', 'original']).default('final'))
    .addOption(new Option('--format <format>', 'of what is printed').choices(['text', 'json']).default('text'))
    .addHelpText('after', examples)
    .action(async (id: string, file: string, options) => (await import('./commands.ts')).why(id, file, options, io))
  addReading(command)
}

const examples = `
Examples:
  clausegate why incident.notice contract.docx
  clausegate why incident.notice contract.docx --set incident.notice.within="24 hours"
  clausegate why api.logging contract.pdf --format json`
