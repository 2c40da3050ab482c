// One fault in many drafting voices (voices.yaml): parts said as if they were the whole, contraries, refusals, soft words, other parties.
import { testRows } from './rows.ts'

testRows('voices')
