// The commands `init` and `config`: a configuration to start from, and what applies to a contract. What a configuration may
// say is for gate/config.ts, what applies for policy.ts.
import { writeFile } from 'node:fs/promises'
import { relative, resolve } from 'node:path'
import { UserError } from '../domain/errors.ts'
import { configName, startingConfig } from '../gate/config.ts'
import { flowing } from '../report/escape.ts'
import { paragraph } from '../report/layout.ts'
import type { Io } from './io.ts'
import { type PolicyFlags, policyFor } from './policy.ts'

/** Writes a configuration to start from. Throws UserError (`usage`) where there is one already. */
export async function init(folder: string, io: Io): Promise<void> {
  const path = resolve(io.cwd, folder, configName)
  await writeFile(path, startingConfig, { flag: 'wx' }).catch(fault => {
    const what = fault.code === 'EEXIST' ? 'there is a configuration already' : `it cannot be written (${fault.code})`
    throw new UserError('usage', path, what, 'Name another folder: clausegate init FOLDER')
  })
  io.stdout.write(`${relative(io.cwd, path)} written. Every line of it says what it does.\n`)
}

/** Prints what applies to a contract, and where each value was set. */
export async function config(file: string, flags: PolicyFlags, io: Io): Promise<void> {
  const { settings, configuration, fault } = await policyFor(file, flags, io)
  if (fault !== undefined) throw fault
  const head = configuration === undefined ? 'No configuration was found upward from it.' : `Configuration: ${configuration.file}`
  const lines = settings.flatMap(({ name, value, from }) => {
    const shown = Array.isArray(value) ? value.join(', ') : String(value)
    const place = from.includes(':') ? relative(io.cwd, from) : from
    return [...paragraph(flowing(shown), `  ${name}: `, '    '), ...paragraph(flowing(place), '      from ', '           ')]
  })
  io.stdout.write(`${[flowing(head), ...lines].join('\n')}\n`)
}
