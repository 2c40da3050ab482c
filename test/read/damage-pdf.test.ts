// PDFs with bits turned over, at fixed seeds: checksums cover what is packed, and the rest is held against itself. Each is
// refused, or read with what is lost said; never a crash, and never a promise found that the sound file does not hold.
import { test } from 'vitest'
import { findFaults } from '../../src/read/pdf/claims.ts'
import { contradictsItself } from '../../src/read/pdf/structure.ts'
import { fixture, holdDamaged, names, runs } from './damage.ts'

const isTold = (bytes: Uint8Array): boolean => {
  const { damaged, astray } = findFaults(bytes)
  return damaged > 0 || astray > 0 || contradictsItself(bytes)
}

test.each(names)('%s.pdf', { timeout: 900_000 }, async name => {
  await holdDamaged(fixture(name, 'pdf'), runs(1000), isTold)
})
