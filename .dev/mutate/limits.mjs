// Changes of the figure that a promise states: worse, blank, in another unit. Only where the figure that decides is plain.
import { figuresOf, inWords } from './grammar.mjs'

const hours = { hour: 1, h: 1, day: 24, week: 168, month: 720, year: 8760 }
const singular = unit => unit.replace(/s$/, '')

/** The one figure of the evidence that the requirement's limit is about, with the limit in its unit. */
function decidingFigure({ text, spans, requirement: { figure, parameters } }) {
  const limit = figuresOf(parameters.find(({ name }) => name === figure?.parameter)?.value ?? '')[0]
  if (limit === undefined || figure.recurring) return undefined
  const size = unit => (figure.unit === 'percent' ? (/^(?:%|per)/.test(unit) ? 1 : undefined) : hours[singular(unit)])
  if (size(limit.unit) === undefined) return undefined
  const own = figuresOf(text).filter(
    ({ start, unit }) => size(unit) !== undefined && spans.some(span => span.start <= start && start < span.end),
  )
  const [only] = own
  if (own.length !== 1) return undefined
  return { ...only, atMost: figure.bound === 'at-most', limit: (limit.amount * size(limit.unit)) / size(only.unit), size: size(only.unit) }
}

export function withFigure(passage, instead) {
  const found = decidingFigure(passage)
  const words = found === undefined ? undefined : instead(found, passage.text.slice(found.start, found.end))
  return words === undefined ? [] : [passage.text.slice(0, found.start) + words + passage.text.slice(found.end)]
}

export function worse({ atMost, limit, gap, unit }, form) {
  const amount = atMost ? Math.ceil(limit * 1.5) + 1 : Math.floor(limit / 3)
  if (amount < 1 && unit !== '%') return undefined
  const said = unit === '%' && amount < 1 ? '0.5' : form === 'words' ? inWords(amount) : String(amount)
  return said === undefined || (form === 'words' && unit === '%')
    ? undefined
    : `${said}${gap}${amount === 1 || gap.startsWith('-') ? singular(unit) : unit}`
}

const otherUnits = { hour: 'days', h: 'days', day: 'weeks', week: 'months', month: 'days', year: 'weeks' }

export function unitChanged({ atMost, limit, amount, gap, unit }) {
  if (unit === '%' || /^per/.test(unit)) return undefined
  const next = atMost ? otherUnits[singular(unit)] : { day: 'hours', month: 'days', year: 'weeks', week: 'hours' }[singular(unit)]
  if (next === undefined) return undefined
  const now = (amount * hours[singular(next)]) / (hours[singular(unit)] ?? 1)
  const fails = atMost ? now > limit : now < limit
  return fails ? `${amount}${gap.startsWith('-') ? '-' : ' '}${gap.startsWith('-') ? singular(next) : next}` : undefined
}
