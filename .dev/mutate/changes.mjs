// Changes of words that make a promise fall short, each by grammar. A change takes a passage ({ text, spans of what was
// judged `met`, requirement }) and gives the changed texts, or none where the grammar does not fit. Files are papers.mjs's.
import { edited, givesRights, negated, partySwapped, softened, softer } from './duties.mjs'
import { partiesIn, verbGroups } from './grammar.mjs'
import { unitChanged, withFigure, worse } from './limits.mjs'
import { contractAround, inHtml, inWord } from './papers.mjs'

function excepted(sentence, words) {
  const end = /[.;]?$/.exec(sentence).index
  // A limb of a list is left alone: what follows it would be torn off.
  return /\|/.test(sentence) || end < 20 || /,(?: and| or)?$/.test(sentence)
    ? undefined
    : `${sentence.slice(0, end)}, ${words}${sentence.slice(end) || '.'}`
}

const isBan = sentence =>
  /\b(?:not|cannot|no|neither|nor|nobody|forbidden|prohibited|refrain|never)\b|n't\b/i.test(
    sentence.replace(/\bno(?:t)? (?:later|less|more|fewer)\b/g, ''),
  )

/** One duty, so that it is plain what words at its end belong to. */
function isSimple(sentence) {
  return (
    verbGroups(sentence).length === 1 &&
    !/[;:]|, (?:and|but|or|so|unless|until|after|before|which|who)\b|\b(?:unless|until)\b/.test(sentence)
  )
}

/** Who may do as he likes: the one that is bound, so that nothing is left of the duty. */
function boundBy({ text, requirement }) {
  const { provider, customer, plain } = partiesIn(text)
  if (requirement.owes === 'customer') return plain ? 'you' : `the ${customer ?? 'Customer'}`
  return plain && provider === undefined ? 'we' : `the ${provider ?? 'Provider'}`
}

function swallowing(passage, form) {
  const who = boundBy(passage)
  const many = who === 'we' || who === 'you'
  const words = {
    discretion: `except where ${who} ${many ? 'decide' : 'decides'} otherwise in ${who === 'we' ? 'our' : who === 'you' ? 'your' : 'its'} sole discretion`,
    convenience: `unless ${who} ${many ? 'find' : 'finds'} it inconvenient`,
    suspend: `save that ${who} may suspend the foregoing at any time`,
  }[form]
  // What must be barred may be allowed by leave, and a right is another's to use.
  return edited(passage, sentence =>
    isBan(sentence) || verbGroups(sentence).some(({ kind }) => kind === 'right' || kind === 'bar') ? undefined : excepted(sentence, words),
  )
}

function banSwallowed(passage) {
  return edited(passage, sentence =>
    isBan(sentence) && isSimple(sentence)
      ? excepted(sentence, 'except where this serves a commercial purpose of the person concerned')
      : undefined,
  )
}

const lower = sentence =>
  /^(?:The|A|An|Any|All|Each|Every|No|Neither|Nobody|We|You|Our|Before|Upon|If|When|In|Access|Outputs?|Inputs?|Customer|Provider)\b/.test(
    sentence,
  ) && !/^(?:Customer|Provider|Outputs?|Inputs?)\b/.test(sentence)
    ? sentence[0].toLowerCase() + sentence.slice(1)
    : sentence

function tiered(passage, form) {
  const before = {
    opener: 'For customers on the Enterprise plan only, ',
    opener2: 'Where the Premium Security Package has been purchased, ',
  }[form]
  const after = {
    closing: 'for customers of the premium tier only',
    closing2: 'provided that the Customer has subscribed to the Enterprise edition',
  }[form]
  return edited(passage, sentence =>
    /\||^\W/.test(sentence) || (form === 'closing' && !isSimple(sentence))
      ? undefined
      : before === undefined
        ? excepted(sentence, after)?.replace(`, ${after}`, `${form === 'closing2' ? ',' : ''} ${after}`)
        : before + lower(sentence),
  )
}

function aloneIn(passage, how) {
  return passage.text.includes('|') || passage.text.length > 900 ? [] : [contractAround(passage.text, how)]
}

function contradicted(passage) {
  const opposite = passage.spans.map(({ start, end }) => negated(passage.text.slice(start, end), 'need not', givesRights(passage)))
  if (opposite.includes(undefined) || passage.text.includes('|')) return []
  return [`7.1 ${passage.text.replace(/\n+/g, ' ')}\n\n9.4 ${opposite.join(' ')}\n`]
}

const named = (name, forms, change) => forms.map(form => ({ kind: name, form, change: passage => change(passage, form) }))

/** All changes, each with its kind and the form of it. */
export const changes = [
  ...named('negated', ['shall not', 'need not', 'shall not be required to'], (passage, denial) =>
    edited(passage, s => negated(s, denial, givesRights(passage))),
  ),
  ...named('softened', Object.keys(softer), (passage, form) => edited(passage, s => softened(s, softer[form]))),
  { kind: 'party swapped', form: '', change: partySwapped },
  ...named('figure worsened', ['figures', 'words'], (passage, form) => withFigure(passage, found => worse(found, form))),
  ...named('figure blank', ['[●]', '____', '[X]', '[TBD]'], (passage, blank) =>
    withFigure(passage, ({ gap, unit }) => `${blank}${gap || ' '}${unit}`),
  ),
  { kind: 'unit changed', form: '', change: passage => withFigure(passage, unitChanged) },
  ...named('exception swallows', ['discretion', 'convenience', 'suspend'], swallowing),
  { kind: 'exception swallows', form: 'ban', change: banSwallowed },
  ...named('recital or definition', ['recital', 'definition', 'note', 'reserved'], aloneIn),
  ...named('struck out', ['html', 'word'], (passage, form) => (form === 'html' ? inHtml : inWord)(passage, 'struck')),
  ...named('hidden', ['html', 'word'], (passage, form) => (form === 'html' ? inHtml : inWord)(passage, 'hidden')),
  { kind: 'contradicted elsewhere', form: '', change: contradicted },
  ...named('premium tier only', ['opener', 'opener2', 'closing', 'closing2'], tiered),
]
