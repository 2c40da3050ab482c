// What a keyword search gets wrong in the language of contracts, row by row (language.yaml).
import { testRows } from './rows.ts'

testRows('language')
