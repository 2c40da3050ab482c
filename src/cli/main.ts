// Where the program starts: binds the commands to the real process and sets the exit code.
import { exitCodes } from '../domain/errors.ts'
import type { Io, Sink } from './io.ts'
import { serving } from './limits.ts'
import { run } from './run.ts'

function sink(stream: NodeJS.WriteStream): Sink {
  // A reader that has seen enough (`| head`) is no fault.
  stream.on('error', error => {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'EPIPE') return
    // Thrown, it would end the program with 1, which means gaps.
    if (stream !== process.stderr) process.stderr.write(`clausegate: the report cannot be written (${code ?? error.message}).\n`)
    process.exit(exitCodes.usage)
  })
  return { write: text => void stream.write(text), isTTY: stream.isTTY === true }
}

const io: Io = {
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  stdin: async most => {
    const chunks: Uint8Array[] = []
    let size = 0
    for await (const chunk of process.stdin) {
      chunks.push(chunk)
      size += chunk.length
      if (size > most) break
    }
    return new Uint8Array(Buffer.concat(chunks))
  },
  env: process.env,
  cwd: process.cwd(),
  clock: () => Number(process.hrtime.bigint()) / 1e6,
  now: () => `${new Date().toISOString().slice(0, 19)}Z`,
  apart: async (task, limits) => (await import('./apart.ts')).doApart(process.argv[1] ?? '', task, limits),
}

if (process.argv[2] === serving && process.send !== undefined) void import('./apart.ts').then(({ serve }) => serve(io))
else
  void run(process.argv.slice(2), io).then(code => {
    process.exitCode = code
  })
