// Colour for people at a terminal: chalk where the output is a terminal and nobody has switched it off.
import { type Paint, plain } from '../report/paint.ts'
import type { Io } from './io.ts'

/** The paint for a report; plain where it goes to a file or a pipe, with --no-color, NO_COLOR or TERM=dumb. */
export async function paintFor(flags: { readonly color: boolean }, io: Io): Promise<Paint> {
  const wanted = flags.color && !io.env.NO_COLOR && io.env.TERM !== 'dumb'
  if (!wanted || !io.stdout.isTTY) return plain
  const { Chalk } = await import('chalk')
  const chalk = new Chalk({ level: 1 })
  // Chalk joins all that it is given, and `lines.map(paint.bad)` gives it the index too.
  const one = (style: (text: string) => string) => (text: string) => style(text)
  return { strong: one(chalk.bold), faint: one(chalk.dim), good: one(chalk.green), fair: one(chalk.yellow), bad: one(chalk.red) }
}
