// The audit log: whatever is done to a line in the middle is seen.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { logLine, proveLog } from '../../src/gate/log.ts'
import { sample } from '../report/sample.ts'

const made = (exit: number) => ({ time: '2026-11-23T09:00:00Z', version: '1.2.3', exit, reports: [sample], failures: ['old.doc'] })

function logOf(amount: number): string[] {
  const lines: string[] = []
  for (let at = 0; at < amount; at++) lines.push(logLine(lines.at(-1), made(at)))
  return lines
}

test('a log as it was written is whole', () => {
  const proof = proveLog(logOf(5).join(''))
  expect(proof).toMatchObject({ entries: 5 })
  expect(proof.fault).toBeUndefined()
  expect(proveLog('')).toMatchObject({ entries: 0, fault: { line: 1 } })
})

test('a change of any character is seen', () => {
  const text = logOf(4).join('')
  fc.assert(
    fc.property(fc.nat(text.length - 1), fc.constantFrom('0', '1', 'a', ' ', '\n'), (at, letter) => {
      const changed = text.slice(0, at) + letter + text.slice(at + 1)
      fc.pre(changed !== text)
      expect(proveLog(changed).fault).toBeDefined()
    }),
  )
})

test('what is put in beside the words that count is seen', () => {
  const [line = ''] = logOf(1)
  for (const changed of [line.replace('"exit":0', '"exit":1,"exit":0'), line.replace('{', '{ '), line.replace('}\n', '} \n')]) {
    expect(changed).not.toBe(line)
    expect(proveLog(changed).fault).toBeDefined()
  }
})

test('a line taken out, put in, doubled or moved is seen', () => {
  const lines = logOf(5)
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 3 }), fc.constantFrom('out', 'twice', 'moved', 'forged'), (at, how) => {
      const changed = [...lines]
      if (how === 'out') changed.splice(at, 1)
      if (how === 'twice') changed.splice(at, 0, lines[at] ?? '')
      if (how === 'moved') changed.splice(at, 2, lines[at + 1] ?? '', lines[at] ?? '')
      if (how === 'forged') changed[at] = logLine(lines[at - 1], { ...made(at), version: '9.9.9' })
      expect(proveLog(changed.join('')).fault).toBeDefined()
    }),
  )
})
