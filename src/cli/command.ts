// The parser of command lines, at the one door through which it comes in.
export { Command, CommanderError, Option } from 'commander'
