// The words that changing a sentence by grammar takes: what contracts call their parties, verbs with their participles,
// spellings of both shores, numbers. Lists only; what is done with them is grammar.mjs's.

/** Each pair: who provides, who buys. Longer names first, so that "Service Provider" is met before "Provider". */
export const parties = {
  provider: ['Service Provider', 'Provider', 'Supplier', 'Vendor', 'Licensor', 'Contractor'],
  customer: ['Customer', 'Client', 'Licensee', 'Subscriber', 'Principal', 'Buyer', 'Purchaser', 'Government', 'Council', 'Agency', 'Bank'],
}

/** Verbs of duties, base form; a rule of English gives the rest of their forms, but for these. */
export const irregular = {
  keep: 'kept',
  hold: 'held',
  make: 'made',
  give: 'given',
  run: 'run',
  write: 'written',
  take: 'taken',
  send: 'sent',
  tell: 'told',
  draw: 'drawn',
  let: 'let',
  put: 'put',
  find: 'found',
  build: 'built',
  strip: 'stripped',
  stop: 'stopped',
  permit: 'permitted',
  submit: 'submitted',
  forbid: 'forbidden',
  'red-team': 'red-teamed',
}

const regular =
  'encrypt log retain record store monitor validate sanitise sanitize screen filter block check notify inform contain remedy ' +
  'determine investigate authenticate limit restrict enforce document provide deliver test patch retrain correct maintain ' +
  'operate review audit inspect pseudonymise pseudonymize anonymise anonymize exclude remove register forward stream rotate issue ' +
  'revoke label mark verify assess host segregate isolate protect preserve detect flag apply implement include indemnify report ' +
  'supply furnish disclose export copy download publish release process prepare cap throttle randomise randomize perturb update ' +
  'train train-test clear defend enter note sign approve assign examine scan scrub'

/** Participles by base form. */
export const participles = new Map([...regular.split(' ').map(verb => [verb, participleOf(verb)]), ...Object.entries(irregular)])

function participleOf(verb) {
  if (verb.endsWith('e')) return `${verb}d`
  if (/[^aeiou]y$/.test(verb)) return `${verb.slice(0, -1)}ied`
  if (/^(?:log|cap|scan|scrub|flag)$/.test(verb)) return `${verb}${verb.at(-1)}ed`
  return `${verb}ed`
}

/** Words after "is" and "are" that make a passive, as far as they do not end in -ed. */
export const passives = new Set('kept held run written built sent stored taken drawn made given put shown bound found'.split(' '))

/** British and American, whole words without regard to endings: [British beginning, American beginning]. */
export const spellings = [
  ['behaviour', 'behavior'],
  ['defence', 'defense'],
  ['licence', 'license'],
  ['authoris', 'authoriz'],
  ['organis', 'organiz'],
  ['sanitis', 'sanitiz'],
  ['anonymis', 'anonymiz'],
  ['pseudonymis', 'pseudonymiz'],
  ['randomis', 'randomiz'],
  ['recognis', 'recogniz'],
  ['minimis', 'minimiz'],
  ['unauthoris', 'unauthoriz'],
  ['neutralis', 'neutraliz'],
  ['summaris', 'summariz'],
  ['categoris', 'categoriz'],
  ['artefact', 'artifact'],
  ['programme', 'program'],
  ['cancelled', 'canceled'],
  ['labelled', 'labeled'],
  ['labelling', 'labeling'],
  ['modelling', 'modeling'],
  ['favour', 'favor'],
  ['honour', 'honor'],
  ['colour', 'color'],
  ['centre', 'center'],
  ['analyse', 'analyze'],
  ['catalogue', 'catalog'],
  ['fulfil', 'fulfill'],
]

export const ones =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
export const tens = ' ten twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
