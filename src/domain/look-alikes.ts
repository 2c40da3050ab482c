// Letters of other alphabets that print like Latin ones ("n\u043Et" with a Cyrillic "\u043E" is no "not" to a machine, and is one to a person): after
// Unicode's table of confusables (UTS 39), those that a reader cannot tell apart at the size of print.

const pairs: Readonly<Record<string, string>> = {
  // Cyrillic
  a: '\u0430',
  c: '\u0441',
  d: '\u0501',
  e: '\u0435',
  h: '\u04BB',
  i: '\u0456',
  j: '\u0458',
  l: '\u04CF',
  o: '\u043E\u03BF\u0585',
  p: '\u0440\u03C1',
  q: '\u051B',
  s: '\u0455',
  v: '\u03BD\u0475',
  w: '\u051D',
  x: '\u0445',
  y: '\u0443',
  // Armenian, and Latin letters that only phoneticians write
  n: '\u0578',
  u: '\u057D',
  g: '\u0261',
  A: '\u0410\u0391',
  B: '\u0412\u0392',
  C: '\u0421',
  E: '\u0415\u0395',
  H: '\u041D\u0397',
  I: '\u0406\u0399\u04C0',
  J: '\u0408',
  K: '\u041A\u039A',
  M: '\u041C\u039C',
  N: '\u039D',
  O: '\u041E\u039F',
  P: '\u0420\u03A1',
  S: '\u0405',
  T: '\u0422\u03A4',
  X: '\u0425\u03A7',
  Y: '\u03A5\u04AE',
  Z: '\u0396',
}
const latin = new Map(Object.entries(pairs).flatMap(([letter, others]) => [...others].map(other => [other, letter] as const)))

/** The inside of a character class that matches each of them. */
export const lookAlikes: string = [...latin.keys()].join('')

const any = new RegExp(`[${lookAlikes}]`, 'g')

/** The words as they look: each such letter as the Latin one. Of the same length. */
export function asLatin(text: string): string {
  return text.replace(any, letter => latin.get(letter) ?? letter)
}
