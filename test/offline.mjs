// Loaded before the program in a test, and before each process that it starts of itself: everything that could open a socket
// ends it, and so does starting any other program.
import childProcess from 'node:child_process'
import dgram from 'node:dgram'
import dns from 'node:dns'
import http from 'node:http'
import http2 from 'node:http2'
import https from 'node:https'
import { syncBuiltinESMExports } from 'node:module'
import net from 'node:net'
import tls from 'node:tls'

const refuse = what => () => {
  process.stderr.write(`OPENED ${what}\n`)
  process.exit(99)
}

for (const [module, names] of [
  [net, ['connect', 'createConnection', 'createServer']],
  [tls, ['connect', 'createServer']],
  [dgram, ['createSocket']],
  [dns, ['lookup', 'resolve', 'resolve4', 'resolve6']],
  [http, ['request', 'get', 'createServer']],
  [https, ['request', 'get', 'createServer']],
  [http2, ['connect', 'createServer']],
  [childProcess, ['exec', 'execFile', 'fork', 'spawnSync', 'execSync', 'execFileSync']],
])
  for (const name of names) module[name] = refuse(`${name}`)
const { spawn } = childProcess
childProcess.spawn = (program, ...rest) => (program === process.execPath ? spawn(program, ...rest) : refuse(`spawn ${program}`)())
net.Socket.prototype.connect = refuse('socket')
globalThis.fetch = refuse('fetch')
globalThis.WebSocket = refuse('WebSocket')
syncBuiltinESMExports()
