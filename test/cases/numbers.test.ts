// What a keyword search gets wrong in numbers and time, row by row (numbers.yaml).
import { testRows } from './rows.ts'

testRows('numbers')
