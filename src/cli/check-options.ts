// The options of `check`, for commander. What it does is in check.ts and, for the two sides of tracked changes, in revisions.ts.
import { type Command, Option } from './command.ts'
import { collect } from './gate-options.ts'
import type { Io } from './io.ts'
import { addReading } from './reading-options.ts'

/** Adds `check`. */
export function addCheck(program: Command, io: Io, exit: (code: number) => void): void {
  const command = program
    .command('check')
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

const checkExamples = `
Examples:
  clausegate check contract.docx
  clausegate check agreement.pdf annex-b.pdf --together
  clausegate check contract.docx --set incident.notice.within="24 hours" --fail-on major
  clausegate check a.docx b.pdf --format json --output reports.json
  clausegate check *.docx --format sarif=gaps.sarif --format junit=gaps.xml
  cat terms.txt | clausegate check -`
