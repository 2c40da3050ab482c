#!/usr/bin/env node
// Starts the built program in dist/; everything else is in src/cli.
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
