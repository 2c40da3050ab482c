// The options of `rules list | show | coverage | profiles | lint | test`, for commander. What they do is in rules.ts and controls.ts.
import { type Command, Option } from './command.ts'
import { addCoverage } from './control-options.ts'
import type { Io } from './io.ts'

/** Adds `rules` with its commands. */
export function addRules(program: Command, io: Io, exit: (code: number) => void): void {
  const rules = program.command('rules').description('List, explain, lint and test the requirements of a rule pack.')
  const packOption = () => new Option('--pack <name or path>', 'rule pack').default('ai-model-protection')
  rules
    .command('list')
    .description('all requirements, by clause')
    .addOption(packOption())
    .action(async options => (await import('./commands.ts')).list(options, io))
  rules
    .command('show')
    .description('one requirement: what it asks, why, wording to ask for, examples with their verdicts')
    .argument('<id>', 'e.g. incident.notice')
    .addOption(packOption())
    .action(async (id: string, options) => (await import('./commands.ts')).show(id, options, io))
  addCoverage(rules, packOption, io)
  rules
    .command('profiles')
    .description('figures that other rules ask for, each with its ground: law, guidance or house')
    .option('--file <path>', 'those of a file of your own instead')
    .action(async options => (await import('./commands.ts')).profiles(options, io))
  rules
    .command('lint')
    .description('every fault of a pack at once, with file and line')
    .argument('<path>', 'folder of the pack')
    .action(async (path: string) => exit(await (await import('./commands.ts')).lint(path, io)))
  rules
    .command('test')
    .description('hold every example of a pack against its requirement')
    .argument('[path]', 'folder of the pack', 'ai-model-protection')
    .action(async (path: string) => exit(await (await import('./commands.ts')).test(path, io)))
}
