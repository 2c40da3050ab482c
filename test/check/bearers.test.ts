// Who bears the duty of a row, by the columns of its table.
import { describe, expect, test } from 'vitest'
import { check } from '../../src/check/check.ts'
import { parse } from '../../src/parse/parse.ts'
import { readText } from '../../src/read/text.ts'
import { pack } from './weighing.ts'

const parties = 'This Agreement is between Alder Ltd ("Provider") and Birch plc ("Customer").\n\n## 1. Duties\n\n'

function verdict(table: string): string {
  const text = readText(new TextEncoder().encode(parties + table), 'c.md', { sha256: '', format: 'markdown' })
  const finding = check(parse([text], {}), pack).findings.find(({ requirement }) => requirement === 'log')
  return [finding?.verdict ?? '', ...(finding?.reasons ?? []).map(({ code }) => code)].join(' ')
}

describe('columns headed by the parties', () => {
  test.each([
    ['R', '', 'met'],
    ['R', 'I', 'met'],
    ['A/R', 'C', 'met'],
    ['I', 'R', 'partial party'],
    ['', 'R', 'partial party'],
    ['C', 'A', 'partial party'],
    ['X', '', 'met'],
    ['', 'X', 'partial party'],
    ['R', 'R', 'met'],
    ['Responsible', 'Informed', 'met'],
    ['Informed', 'Responsible', 'partial party'],
  ])('%j %j: %s', (ours, theirs, wanted) =>
    expect(verdict(`| Activity | Provider | Customer |\n|---|---|---|\n| Each request is logged | ${ours} | ${theirs} |`)).toBe(wanted),
  )
})

describe('a column that names who does it', () => {
  test.each([
    ['Responsible', 'Customer', 'partial party'],
    ['Responsible', 'Provider', 'met'],
    ['Owner', 'The Customer', 'partial party'],
    ['Remarks', 'Customer', 'met'],
  ])('%s %s: %s', (head, cell, wanted) =>
    expect(verdict(`| Activity | ${head} |\n|---|---|\n| Each request is logged | ${cell} |`)).toBe(wanted),
  )
})
