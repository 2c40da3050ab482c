// The libraries behind PDFs are loaded into the one process in which everything else runs.
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { openPdf } from '../../src/read/pdf/load.ts'

test('the functions of the engine stay its own when the libraries are loaded', async () => {
  const own = [Array.prototype.push, JSON.parse]
  const bytes = readFileSync(new URL('../../fixtures/strong/strong.pdf', import.meta.url))
  const { close } = await openPdf(bytes, 'strong.pdf')
  await close()
  expect([Array.prototype.push, JSON.parse].map((now, at) => now === own[at])).toEqual([true, true])
})
