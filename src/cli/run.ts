// The commands and their options, as commander knows them, and what becomes of errors. What a command does
// is in its own file, loaded only when it is called, so that --help starts at once.
import about from '../../package.json' with { type: 'json' }
import { exitCodes, UserError } from '../domain/errors.ts'
import { Command, CommanderError, Option } from './command.ts'
import { addControls, addCoverage } from './control-options.ts'
import { bugLines, failureLine } from './failure.ts'
import { addGate, collect } from './gate-options.ts'
import type { Io } from './io.ts'
import { addReading } from './reading-options.ts'
import { addWhy } from './why-options.ts'

/** Runs one command line (without node and script). Returns the exit code; never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code: number = exitCodes.pass
  const program = commands(io, found => {
    code = found
  })
  try {
    await program.parseAsync(argv, { from: 'user' })
    return code
  } catch (error) {
    const ended = failed(error, io)
    // Who reads the last line by machine is told too that nothing was checked.
    if (argv[0] === 'check' && ended !== exitCodes.pass) io.stderr.write((await import('./machine.ts')).machineLine([], 1))
    return ended
  }
}

function failed(error: unknown, io: Io): number {
  // Commander has already printed its help or its message.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCodes.pass : exitCodes.usage
  if (error instanceof UserError) {
    io.stderr.write(failureLine(error))
    return error.kind === 'usage' ? exitCodes.usage : exitCodes.unread
  }
  io.stderr.write(bugLines(error))
  return exitCodes.bug
}

function commands(io: Io, exit: (code: number) => void): Command {
  const program = new Command('clausegate')
    .description('Holds AI contracts against a rule pack and prints what they promise, fall short of, refuse or leave out.')
    .version(about.version)
    .exitOverride()
    .configureOutput({ writeOut: text => io.stdout.write(text), writeErr: text => io.stderr.write(text) })
    .showHelpAfterError('(run with --help for the options and examples)')
    .addHelpText('after', programExamples)
  addCheck(program, io, exit)
  addRules(program, io, exit)
  addRead(program, io)
  addWhy(program, io)
  addGate(program, io, exit)
  addControls(program, io)
  return program
}

function addCheck(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program.command('check')
  command
    .description('Check contracts (.docx, .pdf, .odt, .rtf, .html, .eml, .txt, .md; "-" for standard input) and print a gap report.')
    .argument('<file...>', 'one contract each; with --together, the parts of one agreement')
    .option('--together', 'read all files as one agreement')
    .option('--pack <name or path>', 'rule pack (default: ai-model-protection); repeatable', collect, [])
    .option('--profile <name>', 'hold it against a profile besides, e.g. nis2; repeatable', collect, [])
    .option('--set <name=value>', 'set a parameter of the pack, e.g. incident.notice.within="24 hours"; repeatable', collect, [])
    .option('--provider <name>', 'the party that provides the model, as the contract calls it')
    .option('--customer <name>', 'the party that uses it, as the contract calls it')
    .option(
      '--format <name[=file]>',
      'of the report: text, json, markdown, sarif, junit, github, csv, xlsx or oscal; repeatable, each with its file',
      collect,
      [],
    )
    .option('--output <file>', 'write the report there instead of standard output')
    .addOption(
      new Option('--fail-on <severity>', 'least severity whose gaps fail the run (default: critical)').choices([
        'critical',
        'major',
        'minor',
        'none',
      ]),
    )
    .option('--strict', 'fail also where a critical requirement is met by words that a person should look at first')
    .option('--config <file>', 'configuration (default: the next clausegate.config.yaml upward from the contract)')
    .option('--no-config', 'pass over any configuration')
    .option('--waivers <file>', 'file of waivers')
    .option('--as-of <date>', 'UTC day on which waivers must hold too, besides today')
    .option('--baseline <report.json>', 'fail only on what is new or worse since that report')
    .option('--verify-rules', 'first hold every example of the packs against its requirement; one that fails ends the run')
    .option('--stamp', 'put the time into the receipt')
    .option('--log <file>', 'append to this audit log')
    .addOption(
      new Option('--revisions <state>', 'of tracked changes; compare tells what they change')
        .choices(['final', 'original', 'compare'])
        .default('final'),
    )
    .option('--no-color', 'plain text without colour')
    .addHelpText('after', checkExamples)
    .action(async (files: string[], options) => {
      if (options.revisions === 'compare') return exit(await (await import('./revisions.ts')).compareRevisions(files, options, io))
      const { checkFiles } = await import('./check.ts')
      exit(await checkFiles(files, options, io))
    })
  addReading(command)
}

function addRules(program: Command, io: Io, exit: (code: number) => void): void {
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

function addRead(program: Command, io: Io): void {
  const command = program.command('read')
  command
    .description('Print a contract as it was understood: parties, outline with clause numbers, defined terms, what was not read.')
    .argument('<file>', 'a contract, or "-" for standard input')
    .option('--provider <name>', 'the party that provides the model')
    .option('--customer <name>', 'the party that uses it')
    .option('--config <file>', 'configuration, for the names of the parties (default: the next one upward from the contract)')
    .option('--no-config', 'pass over any configuration')
    .addOption(new Option('--revisions <state>', 'of tracked changes').choices(['final', 'original']).default('final'))
    .addOption(new Option('--format <format>', 'of what is printed').choices(['text', 'json']).default('text'))
    .action(async (file: string, options) => (await import('./read.ts')).read(file, options, io))
  addReading(command)
}

const programExamples = `
Examples:
  clausegate check contract.docx
  clausegate check contract.pdf --format json --output report.json
  clausegate rules show incident.notice
  clausegate why incident.notice contract.docx

Exit codes: 0 no gap at or above --fail-on, 1 there is one, 2 wrong call or rule pack,
3 a document or a part of it could not be read, 4 a fault of clausegate itself.`

const checkExamples = `
Examples:
  clausegate check contract.docx
  clausegate check agreement.pdf annex-b.pdf --together
  clausegate check contract.docx --set incident.notice.within="24 hours" --fail-on major
  clausegate check a.docx b.pdf --format json --output reports.json
  clausegate check *.docx --format sarif=gaps.sarif --format junit=gaps.xml
  cat terms.txt | clausegate check -`
