// PDFs with bits turned over, at fixed seeds: checksums cover what is packed, and the rest is held against itself. Each is
// refused, or read with what is lost said; never a crash, and never a promise found that the sound file does not hold.
import { test } from 'vitest'
import { fixture, holdDamaged, names, runs } from './damage.ts'

// A thousand of each take minutes, and are taken now and then; these are the first of them.
test.each(names)('%s.pdf', { timeout: 900_000 }, async name => {
  await holdDamaged(fixture(name, 'pdf'), runs(200))
})
