// Completes package-lock.json after `npm install`: a registry that mirrors only some platforms leaves the others'
// optional packages out of the lock, and `npm ci` then refuses it everywhere. They are added by name and version, with
// the platform that their name tells, so that npm passes over them where they do not belong.
import { readFileSync, writeFileSync } from 'node:fs'

const file = new URL('../package-lock.json', import.meta.url)
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32']
const processors = ['arm64', 'arm', 'ia32', 'ppc64', 'riscv64', 's390x', 'x64']

/** The lock entry of a package for one platform, or nothing where its name tells none. */
function entryOf(name, version, dev) {
  const words = name.split(/[-/]/)
  const os = systems.find(system => words.includes(system))
  const cpu = processors.find(processor => words.includes(processor))
  if (os === undefined || cpu === undefined) return undefined
  const libc = words.some(word => word.startsWith('musl')) ? 'musl' : words.some(word => word.startsWith('gnu')) ? 'glibc' : undefined
  return { version, cpu: [cpu], ...(dev ? { dev } : {}), ...(os === 'linux' && libc ? { libc: [libc] } : {}), optional: true, os: [os] }
}

let added = 0
for (const { optionalDependencies = {}, dev } of Object.values(lock.packages)) {
  for (const [name, version] of Object.entries(optionalDependencies)) {
    const path = `node_modules/${name}`
    if (lock.packages[path] !== undefined || !/^\d/.test(version)) continue
    const entry = entryOf(name, version, dev)
    if (entry === undefined) continue
    lock.packages[path] = entry
    added++
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, undefined, 2)}\n`)
console.log(`${added} optional packages of other platforms added`)
