// Figures that stand raised: the mark of a note, a power, a square metre. On the line "48" with a raised 1 would be 481, and
// ten to the sixth 106; as the signs that Unicode has for them they stay what a person sees.

const signs = '⁰¹²³⁴⁵⁶⁷⁸⁹'

/** The text with its figures raised, letter for letter. */
export function raised(text: string): string {
  return text.replace(/\d/g, figure => signs[Number(figure)] ?? figure)
}
