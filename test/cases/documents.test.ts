// What documents hide from a keyword search, as far as plain text can show it, row by row (documents.yaml).
import { testRows } from './rows.ts'

testRows('documents')
