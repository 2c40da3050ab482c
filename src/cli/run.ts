// The commands, as commander knows them, and what becomes of errors. The options of most are in files of their own, and so is
// what a command does, loaded only when it is called, so that --help starts at once.
import about from '../../package.json' with { type: 'json' }
import { exitCodes, UserError } from '../domain/errors.ts'
import { addCheck } from './check-options.ts'
import { Command, CommanderError, Option } from './command.ts'
import { addControls } from './control-options.ts'
import { bugLines, failureLine } from './failure.ts'
import { addGate } from './gate-options.ts'
import type { Io } from './io.ts'
import { addReading } from './reading-options.ts'
import { addRules } from './rules-options.ts'
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
