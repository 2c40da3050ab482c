// What a contract says where words of it seem misspelt or damaged: as it stands, and as it was likely meant. The words are named
// in notes and never changed; that a promise must hold in all readings is the judge's business.
import type { Contract } from '../domain/contract.ts'
import { withAllWords } from '../domain/edited.ts'
import type { Manuscript, Note } from '../domain/manuscript.ts'
import type { Misspelling } from '../domain/misspelling.ts'
import { contains, type Place, type Span } from '../domain/span.ts'
import { findMisspellings } from '../language/misspelt.ts'

type Found = Misspelling & Place

/** The contract with what seems misspelt in it, where something does; `understand` reads manuscripts as the contract was read. */
export function withMended(contract: Contract, understand: (manuscripts: readonly Manuscript[]) => Contract): Contract {
  const found = contract.documents.flatMap((manuscript, document) => misspellingsIn(manuscript).map(one => ({ ...one, document })))
  if (found.length === 0) return contract
  let mended: readonly Contract[] | undefined
  return {
    ...contract,
    documents: contract.documents.map((manuscript, document) =>
      withNotes(
        manuscript,
        found.filter(one => one.document === document),
      ),
    ),
    misspellings: found,
    // Asked for only where something is met.
    get mended() {
      mended ??= readingsOf(contract.documents, found).map(understand)
      return mended
    },
  }
}

function misspellingsIn({ text, notes, blocks }: Manuscript): Misspelling[] {
  const found = findMisspellings(text)
  if (found.length === 0) return found
  const aside: Span[] = [
    ...notes.filter(({ disregarded }) => disregarded).flatMap(({ span }) => span ?? []),
    ...blocks.filter(({ kind }) => kind === 'comment' || kind === 'header').map(({ span }) => span),
  ]
  return found.filter(one => !aside.some(span => contains(span, one)))
}

/** The documents with each word as the first that it may have been meant for, then each as the second, and so on. */
function readingsOf(documents: readonly Manuscript[], found: readonly Found[]): Manuscript[][] {
  const most = found.reduce((sum, { meant }) => Math.max(sum, meant.length), 0)
  return Array.from({ length: most }, (_, way) =>
    documents.map((manuscript, document) => {
      const own = found.filter(one => one.document === document)
      return withAllWords(
        manuscript,
        own.map(({ start, end, meant }) => ({ start, end, words: meant[way] ?? meant[0] })),
      )
    }),
  )
}

/** Misspellings named one by one before the rest is counted. */
const mostNamed = 10

function withNotes(manuscript: Manuscript, found: readonly Found[]): Manuscript {
  const telling = found.filter(({ decides }) => decides)
  if (telling.length === 0) return manuscript
  const named = telling
    .slice(0, mostNamed)
    .map((one): Note => ({ code: 'misspelt', message: messageOn(one), unread: false, span: spanOf(one) }))
  const rest = telling.length - named.length
  const more: Note[] =
    rest <= 0 ? [] : [{ code: 'misspelt', message: `${rest} more words that decide, or figures, seem misspelt or damaged.`, unread: false }]
  return { ...manuscript, notes: [...manuscript.notes, ...named, ...more] }
}

const spanOf = ({ start, end }: Span): Span => ({ start, end })

function messageOn({ word, meant }: Found): string {
  const figure = /\d/.test(meant[0]) && !/^\p{L}/u.test(meant[0])
  const perhaps = figure ? 'is no figure' : `is no word that belongs there; it may be meant for "${meant[0]}"`
  return `"${word}" ${perhaps}: a slip, or damage to the file. No promise is taken for met that depends on it.`
}
