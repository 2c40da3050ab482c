// A valid example for each key of a pack, shown beside a fault. A test holds that none is forgotten.

const examples = new Map<string, string>([
  ['id', 'id: incident.notice (of a requirement), id: my-pack (of a pack or clause)'],
  ['version', 'version: 1.0.0'],
  ['title', 'title: Notice of incidents'],
  ['extends', 'extends: ai-model-protection'],
  ['uses', 'uses: ai-model-protection'],
  ['clauses', 'clauses: [{ id: incidents, title: Incidents }]'],
  ['clause', 'clause: incidents'],
  ['checklist', 'checklist: [{ id: checklist.incidents, title: Incidents are told, parts: [incident.notice] }]'],
  ['parts', 'parts: [incident.notice, incident.cooperation]'],
  ['changes', 'changes: { incident.notice: { severity: critical, parameters: { within: 24 hours } } }'],
  ['off', 'off: we hold no personal data'],
  ['concepts', 'concepts: { incident: [security incident, breach] }'],
  ['phrases', 'phrases: [security incident, breach]'],
  ['not', 'not: [breach of ~2 contract]'],
  ['requirements', 'requirements: [{ id: incident.notice, ... }], as in the packs that ship'],
  ['severity', 'severity: critical'],
  ['owes', 'owes: provider'],
  ['hosted', 'hosted: true'],
  ['asks', 'asks: The customer is told of incidents within two days.'],
  ['why', 'why: So that it can act before the damage grows.'],
  ['wording', 'wording: { firm: "Provider shall notify ...", milder: "Provider shall notify ..." }'],
  ['firm', 'firm: Provider shall notify Customer of any incident within 48 hours.'],
  ['milder', 'milder: Provider shall notify Customer of any incident within 72 hours.'],
  ['parameters', 'parameters: { within: { value: 48 hours, note: longest time until notice } }'],
  ['value', 'value: 48 hours'],
  ['note', 'note: longest time until notice'],
  ['topic', 'topic: [{ do: [encrypt*] }]'],
  ['says', 'says: [{ do: [notify ~4 customer], with: [[security incident]] }]'],
  ['elements', 'elements: { notice: { name: notice of incidents, says: [{ do: [notify ~4 customer] }] } }'],
  ['name', 'name: notice of incidents'],
  ['do', 'do: [notify ~4 customer]'],
  ['bar', 'bar: [disclose|share]'],
  ['right', 'right: [audit|inspect]'],
  ['contrary', 'contrary: [stored unencrypted]'],
  ['with', 'with: [[security incident|breach], [<customer-noun>]]'],
  ['without', 'without: [law enforcement]'],
  ['reach', 'reach: sentence'],
  ['falls', 'falls: [scope]'],
  ['by', 'by: customer'],
  ['coverage', 'coverage: { whole: [all data], part: [personal data] }'],
  ['whole', 'whole: [all data]'],
  ['part', 'part: [personal data]'],
  ['figure', 'figure: { unit: hour, bound: at-most, parameter: within }'],
  ['unit', 'unit: hour'],
  ['bound', 'bound: at-most'],
  ['parameter', 'parameter: within'],
  ['absent', 'absent: value'],
  ['words', 'words: [immediately, at once]'],
  ['of', 'of: [notice]'],
  ['recurring', 'recurring: true'],
  ['tolerates', 'tolerates: [required by law]'],
  ['request', 'request: accepted'],
  ['refused', 'refused: missing'],
  ['examples', 'examples: { met: [Provider shall notify Customer of any incident within 24 hours.] }'],
  ['met', 'met: [Provider shall notify Customer of any incident within 24 hours.]'],
  ['partial', 'partial: [{ text: Provider shall notify Customer of any incident within 72 hours., reasons: [value] }]'],
  ['conflict', 'conflict: [Provider need not notify Customer of incidents.]'],
  ['missing', 'missing: [The parties shall meet each month.]'],
  ['text', 'text: Provider shall notify Customer of any incident within 72 hours.'],
  ['reasons', 'reasons: [value]'],
])

/** A line for the author: a valid value of the key, or of one like it. */
export function exampleOf(key: string): string {
  return `For example: ${examples.get(key) ?? examples.get('concepts')}`
}

/** Whether the key has an example of its own. */
export function hasExample(key: string): boolean {
  return examples.has(key)
}
