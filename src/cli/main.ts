// Where the program starts: binds the commands to the real process and sets the exit code.
import type { Io, Sink } from './io.ts'
import { run } from './run.ts'

function sink(stream: NodeJS.WriteStream): Sink {
  // A reader that has seen enough (`| head`) is no fault.
  stream.on('error', error => {
    if ((error as NodeJS.ErrnoException).code !== 'EPIPE') throw error
  })
  return { write: text => void stream.write(text), isTTY: stream.isTTY === true }
}

const io: Io = {
  stdout: sink(process.stdout),
  stderr: sink(process.stderr),
  stdin: async () => {
    const { buffer } = await import('node:stream/consumers')
    return new Uint8Array(await buffer(process.stdin))
  },
  env: process.env,
  cwd: process.cwd(),
  clock: () => performance.now(),
}

process.exitCode = await run(process.argv.slice(2), io)
