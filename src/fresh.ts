// Whether what the build compiled still stands for its sources: asked by packs.ts and controls.ts, so that an edit of the
// YAML is never passed over. What is compiled, and from what, is their business.
import { existsSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/**
 * Whether a compiled file is there and none of its sources was changed after it. In an installed package, which has no
 * sources of the program beside it, it always stands: there the times are those of unpacking and tell nothing.
 */
export function isFresh(compiled: string, sources: () => readonly string[]): boolean {
  if (!existsSync(compiled)) return false
  if (!existsSync(fileURLToPath(new URL('../src/fresh.ts', import.meta.url)))) return true
  const made = statSync(compiled).mtimeMs
  return sources().every(source => statSync(source).mtimeMs <= made)
}
