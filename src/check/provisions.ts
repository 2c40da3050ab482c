// Each provision read once for all requirements: its words, clauses, concepts and figures, and those of what stands around it.
import type { Contract, Provision } from '../domain/contract.ts'
import { provisionSpans } from '../domain/contract.ts'
import type { Quantity } from '../domain/quantity.ts'
import type { Span } from '../domain/span.ts'
import { findConcepts, findConceptsIn, noOccurrences, type Occurrences } from '../language/lexicon.ts'
import { findFrequencies, findQuantities } from '../language/quantities.ts'
import { type Reading, readSentence } from '../language/reading.ts'
import type { PartyWords } from '../language/subjects.ts'
import { type Token, tokenise } from '../language/tokens.ts'
import { asAmended } from './amended.ts'
import { type DefinedFigure, figuresGiven, readTermFigures, type TermFigures } from './term-figures.ts'
import { type Meanings, meaningsIn } from './terms.ts'
import type { Vocabulary } from './vocabulary.ts'

export interface ReadProvision {
  readonly provision: Provision
  readonly text: string
  readonly tokens: readonly Token[]
  /** Its clauses, worked out when first asked for: most provisions are no candidate for anything. So are the figures. */
  readonly reading: Reading
  readonly concepts: Occurrences
  /** Concepts of the headings above, which give a topic and no duty. */
  readonly headings: Occurrences
  /** Concepts of the column headers of a row. */
  readonly columns: Occurrences
  readonly quantities: readonly Quantity[]
  readonly frequencies: readonly Quantity[]
  /** Of the quantities those that a defined term stands for, with the provision that defines it. */
  readonly defined: readonly DefinedFigure[]
}

/** The words a contract has for its parties, for `language/subjects.ts`. */
export function partyWords(contract: Contract): PartyWords {
  const words = new Map<string, 'provider' | 'customer'>(usersOf)
  for (const party of contract.parties)
    for (const alias of [...party.aliases, ...(party.name === undefined ? [] : [party.name])])
      words.set(
        tokenise(alias)
          .map(t => t.text)
          .join(' '),
        party.role,
      )
  return words
}

// Who uses the service stands on the customer's side, whatever the contract calls the customer.
const usersOf = ['authorised user', 'authorized user', 'end user', 'permitted user', 'named user'].flatMap(u =>
  [u, `${u}s`].map(w => [w, 'customer'] as const),
)

/** Reads every provision of the contract. */
export function readProvisions(contract: Contract, vocabulary: Vocabulary, meanings: Meanings): ReadProvision[] {
  const parties = partyWords(contract)
  const headings = headingReader(contract, vocabulary)
  const tokensOf = spanReader()
  const texts = contract.documents.map(document => document.text)
  const figures = readTermFigures(contract)
  const words = contract.provisions.map(provision => {
    const text = texts[provision.document] ?? ''
    if (isPlain(provision)) return tokenise(text, provision.span)
    // Not flatMap, which goes over the words one by one.
    return none.concat(...provisionSpans(provision).map(span => asAmended(tokensOf(text, span), span, provision, texts)))
  })
  const found = findConceptsIn(
    vocabulary.lexicon,
    words.map(tokens => ({ tokens, injected: meaningsIn(tokens, meanings) })),
  )
  return contract.provisions.map((provision, index) => {
    const text = texts[provision.document] ?? ''
    const columns = (provision.columns ?? []).flatMap(span => tokensOf(text, span))
    return new Read(
      provision,
      text,
      words[index] ?? [],
      { parties, figures },
      {
        concepts: found[index] ?? noOccurrences,
        headings: headings(provision.section),
        columns: columns.length === 0 ? noOccurrences : findConcepts(vocabulary.lexicon, columns),
      },
    )
  })
}

const none: Token[] = []

/** Whether nothing but its own words belongs to a provision: so it is with most, and nothing of them is shared. */
function isPlain({ leadIns, closing, amendments }: Provision): boolean {
  return leadIns.length === 0 && closing === undefined && amendments === undefined
}

/** What a contract calls its parties, and figures. */
interface Terms {
  readonly parties: PartyWords
  readonly figures: TermFigures
}

/** What is worked out when first asked for is kept. */
class Read implements ReadProvision {
  readonly provision: Provision
  readonly text: string
  readonly tokens: readonly Token[]
  readonly concepts: Occurrences
  readonly headings: Occurrences
  readonly columns: Occurrences
  private readonly terms: Terms
  private made:
    | { reading?: Reading; quantities?: readonly Quantity[]; frequencies?: readonly Quantity[]; defined?: readonly DefinedFigure[] }
    | undefined = undefined

  constructor(
    provision: Provision,
    text: string,
    tokens: readonly Token[],
    terms: Terms,
    { concepts, headings, columns }: Pick<ReadProvision, 'concepts' | 'headings' | 'columns'>,
  ) {
    this.provision = provision
    this.text = text
    this.tokens = tokens
    this.concepts = concepts
    this.headings = headings
    this.columns = columns
    this.terms = terms
  }

  get reading(): Reading {
    this.made ??= {}
    this.made.reading ??= readSentence(this.tokens, this.terms.parties)
    return this.made.reading
  }

  get quantities(): readonly Quantity[] {
    this.made ??= {}
    this.made.quantities ??= [...findQuantities(this.tokens), ...this.defined.map(({ figure }) => figure)]
    return this.made.quantities
  }

  get defined(): readonly DefinedFigure[] {
    this.made ??= {}
    this.made.defined ??= figuresGiven(this.tokens, this.terms.figures, this.provision.document)
    return this.made.defined
  }

  get frequencies(): readonly Quantity[] {
    this.made ??= {}
    this.made.frequencies ??= findFrequencies(this.tokens)
    return this.made.frequencies
  }
}

// Limbs share the spans of their lead-in and rows those of their header, which are cut into tokens once.
function spanReader(): (text: string, span: Span) => readonly Token[] {
  const known = new Map<Span, readonly Token[]>()
  return (text, span) => {
    const tokens = known.get(span) ?? tokenise(text, span)
    known.set(span, tokens)
    return tokens
  }
}

// Most sections have no heading of their own, and so the concepts of the one above.
function headingReader(contract: Contract, vocabulary: Vocabulary): (section: number) => Occurrences {
  const known = new Map<number | undefined, Occurrences>([[undefined, noOccurrences]])
  const read = (id: number | undefined): Occurrences => {
    const section = id === undefined ? undefined : contract.sections[id]
    const concepts =
      known.get(id) ??
      (section?.heading === undefined ? read(section?.parent) : findConcepts(vocabulary.lexicon, headingTokens(contract, id)))
    known.set(id, concepts)
    return concepts
  }
  return read
}

function headingTokens(contract: Contract, section: number | undefined): Token[] {
  const tokens: Token[] = []
  for (let at = section; at !== undefined; at = contract.sections[at]?.parent) {
    const s = contract.sections[at]
    if (s?.heading !== undefined) tokens.push(...tokenise(contract.documents[s.document]?.text ?? '', s.heading))
  }
  return tokens
}
