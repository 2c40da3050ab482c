#!/usr/bin/env node
// Starts the built program in dist/; everything else is in src/cli. Its files are compiled with what the engine kept of an
// earlier start (dist/cache/, made by the build): only code, which the engine itself checks, and which may be missing.
'use strict'
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs')
const { dirname, join } = require('node:path')
const { Script } = require('node:vm')
const { setFlagsFromString } = require('node:v8')

/** A check, or `--serve-one-task`, which is a check for another process. */
const checking = process.argv[2] === 'check' || process.argv[2] === '--serve-one-task'

/** What the program says of itself goes through little of the code: that is kept apart, and is sooner read than all of it. */
const explaining = process.argv[2] === '--help'

// The engine keeps compiled code of its own library too, and takes it only under the options it was built with: what a check
// uses of it is loaded, and the streams to write to are opened, before those are changed.
if (checking) for (const name of ['crypto', 'zlib']) require(`node:${name}`)
if (checking) for (const name of ['stdout', 'stderr']) void process[name]

// A check takes a second or so: with the engine's usual haste, much of that would go into optimising code that is soon done with.
setFlagsFromString('--interrupt-budget=800000')
setFlagsFromString('--regexp-tier-up-ticks=100')
// Nor does it leave much that is worth being cleared away step by step, beside the work.
setFlagsFromString('--no-incremental-marking')
// The first few megabytes, which nearly all stay, are not worth being copied five times over.
setFlagsFromString('--semi-space-growth-factor=16')
// Most of hundreds of patterns run a few times: polishing their code takes longer than running them.
setFlagsFromString('--no-regexp-peephole-optimization')

const dist = join(__dirname, '../dist')
const scripts = []
/** The engine takes back its code only under the options it was compiled under. */
const options = process.execArgv.map(option => option.replace(/\W/g, '')).filter(option => option !== '')
if (explaining) options.push('help')

/** Runs a file of dist/ once, and returns what it exports. */
function load(name) {
  const known = scripts.find(one => one.name === name)
  if (known !== undefined) return known.module.exports
  const filename = join(dist, name)
  // The build writes plain ASCII: the hash of the rest in the first line, then one function.
  const source = readFileSync(filename, 'latin1')
  const kept = join(dist, 'cache', [name, source.slice(2, source.indexOf('\n')), process.version, process.arch, ...options].join('-'))
  const cachedData = readKept(kept)
  const script = new Script(source, { filename, cachedData })
  const module = { exports: {} }
  scripts.push({ name, module, script, kept, fresh: cachedData !== undefined && script.cachedDataRejected !== true })
  script.runInThisContext()(
    module.exports,
    wanted => (wanted.startsWith('./') ? load(wanted.slice(2)) : require(wanted)),
    module,
    filename,
    dist,
  )
  return module.exports
}

function readKept(file) {
  try {
    return readFileSync(file)
  } catch {
    return undefined
  }
}

/** Keeps the compiled code of this run for the next, where it is new and dist/ may be written. */
function keep() {
  for (const { script, kept, fresh } of scripts) {
    if (fresh) continue
    try {
      mkdirSync(dirname(kept), { recursive: true })
      writeFileSync(`${kept}.${process.pid}`, script.createCachedData())
      renameSync(`${kept}.${process.pid}`, kept)
    } catch {
      return
    }
  }
}

function start() {
  try {
    load('main.cjs')
  } catch (error) {
    if (error?.code !== 'ENOENT' || error.path !== join(dist, 'main.cjs')) throw error
    process.stderr.write(
      'clausegate: the program is not built yet (no dist/main.cjs). Run `npm ci && npm run build` in its folder, then try again.\n',
    )
    process.exitCode = 4
    return
  }
  // What other commands go through is too little of the code.
  if (checking || explaining) process.once('exit', keep)
}

start()
