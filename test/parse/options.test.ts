// Options chosen elsewhere: a box on the cover page decides whether a clause binds.
import { expect, test } from 'vitest'
import { parse } from '../../src/parse/parse.ts'
import { manuscript, words } from './reading.ts'

const clauses = `1. Options

1.1 An Option applies only if its box is ticked.

**Option A – Logs.** The Host shall log. It shall seal the logs.

**Option B: Keys.** The Host shall rotate keys.

2. Terms

2.1 If the box "Cut down" is ticked, the Host shall blur names.

2.2 Unless a box other than "None" is ticked, the Host shall not train.

2.3 Option C would cost more. The Host shall pay.

## 9. Optional module: Own agents

9.1 The Host shall record.

## Schedule 2 – Tests

1. The Host shall test.

## Module Three

The Host shall report.

## Schedule 5 *(Optional)* Code of conduct

The Host shall filter.

## Group D: More

The Host shall mark.
`
const duties = ['log', 'seal', 'rotate', 'blur', 'train', 'pay', 'test', 'report', 'record', 'stream', 'filter', 'mark']

test.each<[string, string, string]>([
  ['one box a line', '☐ Option A\n\n☒ Option B', 'log, seal'],
  ['boxes of a cell', '| Chosen | ☐ Option A (Logs) ☒ Option B (Keys) |\n|---|---|\n| Fee | 10 |', 'log, seal'],
  ['brackets', '[ ] Option A\n\n[x] Option B', 'log, seal'],
  ['parentheses', '( ) Option A   (X) Option B', 'log, seal'],
  ['none is chosen', '☐ Option A ☐ Option B ☐ Option C', 'log, seal, rotate'],
  ['a box that a clause names', '☐ None ☐ Cut down ☒ As it is', 'blur'],
  ['a box that is ticked', '☐ None ☒ Cut down', ''],
  ['schedules and modules that apply', 'These apply: ☐ Schedule 2 ☐ Module Three ☒ Option A', 'test, report'],
  ['schedules that are only ticked off', 'Sent with this letter: ☐ Schedule 2 ☐ Schedule 3', ''],
  ['the same ticked elsewhere', '☐ Option A\n\nAs amended: ☒ Option A', ''],
  ['a module named in its heading', '☐ Own agents ☒ Logs', 'record'],
  ['a row with its own box', '| Ordered | |\n|---|---|\n| Logs the Host shall stream | ☐ |\n| Two days | ☒ |', 'stream'],
  [
    'a row that names an optional part',
    '| Part | Subject | Chosen |\n|---|---|---|\n| 12 | Code of conduct | ☐ |\n| 13 | Two days | ☒ |',
    'filter',
  ],
  ['a row that names a part which is not optional', '| Part | Subject | Chosen |\n|---|---|---|\n| 3 | Terms | ☐ |\n| 4 | More | ☐ |', ''],
  ['a group', '☐ Group D applies.', 'mark'],
  ['a list of extras', 'Extras:\n\n- [ ] Feed: we stream your calls\n- [x] Post: we write', 'stream'],
  ['a list with blanks', 'The Host shall stream\n\n- [ ] days after the call\n- [ ] times a day', ''],
  ['a blank to fill in', 'The fee is [ ]. It is due on (  )\n\n[   ]', ''],
  ['no boxes at all', 'Option A costs 10.', ''],
])('%s', (_, cover, expected) => {
  const { documents, provisions } = parse([manuscript(`# Agreement\n\n${cover}\n\n${clauses}`, 'markdown')])
  const idle = provisions.filter(one => one.zone === 'omitted').map(one => words({ documents } as never, one.span))
  expect(duties.filter(duty => idle.some(said => new RegExp(`\\b${duty}\\b`).test(said))).join(', ')).toBe(expected)
})
