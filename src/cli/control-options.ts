// The options of the commands that show published controls, for commander. What the commands do is in controls.ts.
import { type Command, Option } from './command.ts'
import type { Io } from './io.ts'

/** Adds `report`. */
export function addControls(program: Command, io: Io): void {
  program
    .command('report')
    .description('Show a saved JSON report again, gathered by the controls of a published framework.')
    .argument('<report>', 'a report saved with check --format json')
    .requiredOption('--by <framework>', 'e.g. owasp-llm-2026; without its edition, owasp-llm, the newest')
    .addOption(new Option('--format <name>', 'of what is shown').choices(['text', 'json', 'markdown', 'csv']).default('text'))
    .action(async (file: string, options) => (await import('./commands.ts')).report(file, options, io))
}

/** Adds `rules coverage`. */
export function addCoverage(rules: Command, packOption: () => Option, io: Io): void {
  rules
    .command('coverage')
    .description('which published controls the requirements touch, and which they do not')
    .option('--framework <name>', 'each control of one framework, e.g. nist-800-53-r5')
    .addOption(new Option('--format <name>', 'of what is shown').choices(['text', 'json']).default('text'))
    .addOption(packOption())
    .action(async options => (await import('./commands.ts')).coverage(options, io))
}
