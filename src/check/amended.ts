// The words of a provision as other provisions have amended them: words that were replaced are left out, and those in force
// stand at their place, so that whatever is found of them is cited where the reader looks for it. parse/ finds the amendments.
import type { Amendment, Provision } from '../domain/contract.ts'
import { type Span, slice } from '../domain/span.ts'
import { type Token, tokenise } from '../language/tokens.ts'

/**
 * The tokens of a span of a provision as amended.
 * @param tokens those of the span as written
 * @param texts of the documents of the contract
 */
export function asAmended(tokens: readonly Token[], span: Span, provision: Provision, texts: readonly string[]): readonly Token[] {
  const amendments = (provision.amendments ?? []).filter(({ old }) => span.start <= old.start && old.end <= span.end)
  return amendments.reduce((now, amendment) => amendOnce(now, amendment, texts), tokens)
}

function amendOnce(tokens: readonly Token[], { old, words }: Amendment, texts: readonly string[]): Token[] {
  const made = words === undefined ? [] : tokenise(slice(texts[words.document] ?? '', words)).map(token => ({ ...token, ...old }))
  const before = tokens.filter(token => token.end <= old.start)
  return [...before, ...made, ...tokens.filter(token => token.start >= old.end && !before.includes(token))]
}

/** Whether words of a provision have been replaced by others. */
export function isReplaced({ amendments = [] }: Provision, span: Span): boolean {
  return amendments.some(({ old }) => old.start < span.end && span.start < old.end)
}
