// Names and words out of a contract within a regular expression: they stand for themselves, whatever signs they hold.

/** Words as a pattern that matches them and nothing else. */
export function literal(words: string): string {
  return words.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
}
