#!/usr/bin/env node
// Starts the built program in dist/; everything else is in src/cli.
import { setFlagsFromString } from 'node:v8'

// A check takes a second or so: with the engine's usual haste, much of that would go into optimising code that is soon done with.
setFlagsFromString('--interrupt-budget=400000')
const built = new URL('../dist/main.js', import.meta.url)
try {
  await import(built.href)
} catch (error) {
  if (error?.code !== 'ERR_MODULE_NOT_FOUND' || error.url !== built.href) throw error
  process.stderr.write(
    'clausegate: the program is not built yet (no dist/main.js). Run `npm ci && npm run build` in its folder, then try again.\n',
  )
  process.exitCode = 4
}
