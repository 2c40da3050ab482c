// What the head of an RTF file fixes for the rest: colours, authors of changes, and the encoding of its bytes.

/** Colours of the table, as one number each; the first is the automatic one. */
export function coloursIn(rtf: string): number[] {
  const table = /\{\\colortbl([^{}]{0,20000})\}/.exec(rtf)?.[1] ?? ''
  const part = (entry: string, name: string) => Number(new RegExp(`\\\\${name}(\\d{1,3})`).exec(entry)?.[1] ?? 0)
  return table.split(';').map(entry => (part(entry, 'red') << 16) | (part(entry, 'green') << 8) | part(entry, 'blue'))
}

/** Who made tracked changes, by number. */
export function authorsIn(rtf: string): string[] {
  const at = rtf.indexOf('{\\*\\revtbl')
  return at < 0 ? [] : [...rtf.slice(at, at + 20_000).matchAll(/\{([^{}\\;]{0,100});\}/g)].slice(0, 200).map(match => match[1] ?? '')
}

/** The encoding of its bytes, as `decodeAs` knows it. */
export function encodingOf(rtf: string): string {
  const page = /\\ansicpg(\d{3,5})/.exec(rtf.slice(0, 2000))?.[1] ?? '1252'
  return page === '932' ? 'shift_jis' : page === '10000' ? 'macintosh' : `windows-${page}`
}
