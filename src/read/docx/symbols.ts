// Characters of symbol fonts as Unicode: Symbol, Wingdings and the private-use codes that Word writes for them.
// A sign without a counterpart becomes a bullet, so that it still parts the words around it.

/** Font Symbol, code 0xA0 on in order where it differs from Latin: comparison signs decide limits ("≥ 99.9 %"). */
const symbolFont: Readonly<Record<number, string>> = {
  34: '∀',
  36: '∃',
  39: '∋',
  45: '−',
  64: '≅',
  163: '≤',
  165: '∞',
  171: '↔',
  172: '←',
  173: '↑',
  174: '→',
  175: '↓',
  176: '°',
  177: '±',
  178: '″',
  179: '≥',
  180: '×',
  183: '•',
  184: '÷',
  185: '≠',
  186: '≡',
  187: '≈',
  188: '…',
  210: '®',
  211: '©',
  212: '™',
  214: '√',
  215: '·',
  216: '¬',
  226: '®',
  227: '©',
  228: '™',
}

/** Greek letters of the font Symbol, from code 65 and 97. */
const greekCapitals = 'ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ'
const greekSmall = 'αβχδεφγηιϕκλμνοπθρστυϖωξψζ'

const wingdings: Readonly<Record<number, string>> = {
  111: '☐',
  113: '☐',
  114: '☐',
  168: '☐',
  232: '→',
  251: '✘',
  252: '✔',
  253: '☒',
  254: '☑',
}

const wingdings2: Readonly<Record<number, string>> = { 48: '☐', 79: '✘', 80: '✔', 81: '☒', 82: '☑', 83: '☒', 84: '☒', 163: '☐' }

/**
 * A character of a font by its code.
 * @param code 0 to 255, or the same in the private-use area from F000
 */
export function symbolCharacter(font: string, code: number): string {
  const plain = code >= 0xf000 && code <= 0xf0ff ? code - 0xf000 : code
  const name = font.toLowerCase()
  if (name === 'symbol') return fromSymbolFont(plain)
  if (name === 'wingdings') return wingdings[plain] ?? '•'
  if (name === 'wingdings 2') return wingdings2[plain] ?? '•'
  if (code >= 0xe000 && code <= 0xf8ff) return '•'
  return code >= 32 && code <= 0xffff ? String.fromCharCode(code) : ''
}

/** Text of a run in a symbol font: the private-use characters in it mean signs of that font. */
export function decodeSymbolText(text: string, font: string | undefined): string {
  if (font === undefined || !/^(?:symbol|wingdings)/i.test(font)) return text
  return text.replace(/[\uf020-\uf0ff]/g, sign => symbolCharacter(font, sign.charCodeAt(0)))
}

function fromSymbolFont(code: number): string {
  const sign = symbolFont[code]
  if (sign !== undefined) return sign
  if (code >= 65 && code <= 90) return greekCapitals.charAt(code - 65)
  if (code >= 97 && code <= 122) return greekSmall.charAt(code - 97)
  return code >= 32 && code < 127 ? String.fromCharCode(code) : '•'
}
