// Makes text from a document safe and honest on a terminal: what would move the cursor, change the direction
// or hide stands as \u{...}. What is printed to files as JSON needs none of this.

/** C0 and C1 controls, zero-width characters, direction overrides and isolates, tags, lone surrogates. */
const odd =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: finding them is the point
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\u{e0000}-\u{e007f}]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/gu

/** The text with each such character written out; line feeds included. */
export function visible(text: string): string {
  return text.replace(odd, character => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`)
}

/** Text of a document for one flowing line: runs of ordinary white space become one blank, the rest is written out. */
export function flowing(text: string): string {
  return visible(text.replace(/[ \t\n\r\f\v\u00a0\u202f\u2009]+/g, ' ').trim())
}

/** Text of a document within a line of Markdown: no mark-up, HTML, link or mention of its own. */
export function inline(text: string): string {
  return flowing(text)
    .replace(/[\\`*_<>[\]|~#!&]/g, '\\$&')
    .replace(/@(?=\w)/g, '@\u200b')
    .replace(/\b(https?|ftp):\/\//gi, '$1:/\u200b/')
    .replace(/\bwww\.(?=\w)/gi, 'www\u200b.')
    .replace(/^(\s*)([-+]|\d+[.)])(?=\s)/, '$1\\$2')
}

/** Text in XML 1.0: what may not stand in it at all is written out. */
export function xml(text: string): string {
  const safe = visible(text.replace(/[\ufffe\uffff]/g, ''))
  return safe.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;').replace(/"/g, '&quot;').replace(/'/g, '&apos;')
}

/** A cell that a spreadsheet will not take for a formula. */
export function inert(text: string): string {
  const shown = flowing(text)
  return /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown
}
