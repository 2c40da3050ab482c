// How the tests run: from the top of the repository, after one build, since some of them start the built program.
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: new URL('..', import.meta.url).pathname,
  test: {
    include: ['test/**/*.test.ts'],
    globalSetup: '.dev/vitest.setup.mjs',
    setupFiles: '.dev/vitest.seed.mjs',
    testTimeout: 20_000,
  },
})
