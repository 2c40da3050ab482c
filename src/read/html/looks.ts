// What of a page a person does not see: by attributes, by styles on the element, and by plain rules of its own style
// sheets (".x", "#x", "p", "p.x"). Sheets elsewhere are never fetched; that they were not looked at is noted.
import type { HiddenBy } from '../../domain/manuscript.ts'

export type Attributes = Readonly<Record<string, string>>

/** By simple selector, the way that a rule hides what it selects. */
export type Rules = ReadonlyMap<string, HiddenBy>

const mostRules = 20_000

/** Adds the hiding rules of one style sheet. */
export function readRules(sheet: string, rules: Map<string, HiddenBy>): void {
  const plain = sheet.replace(/\/\*[\s\S]*?(?:\*\/|$)/g, ' ')
  for (const rule of plain.split('}')) {
    const brace = rule.lastIndexOf('{')
    const how = brace < 0 ? undefined : hiddenByStyle(rule.slice(brace + 1))
    if (how === undefined) continue
    // Before the selector may stand the opening of an @media.
    for (const selector of rule.slice(rule.lastIndexOf('{', brace - 1) + 1, brace).split(',')) {
      const simple = /(?:^|[\s>+~])([a-z][a-z0-9]*)?([.#][\w-]+)?\s*$/i.exec(selector)
      const name = `${(simple?.[1] ?? '').toLowerCase()}${simple?.[2] ?? ''}`
      if (name !== '' && rules.size < mostRules) rules.set(name, how)
    }
  }
}

/** How an element is hidden, if it is. */
export function hiddenBy(name: string, attributes: Attributes, rules: Rules): HiddenBy | undefined {
  if ('hidden' in attributes || attributes.type === 'hidden') return 'hidden-run'
  const own = hiddenByStyle(attributes.style ?? '')
  if (own !== undefined) return own
  if (name === 'font' && isPale(attributes.color ?? '')) return 'background-colour'
  if (rules.size === 0) return undefined
  const marks = [
    ...(attributes.class ?? '')
      .split(/\s+/)
      .filter(Boolean)
      .map(one => `.${one}`),
    ...(attributes.id ? [`#${attributes.id}`] : []),
  ]
  for (const selector of [name, ...marks, ...marks.map(mark => `${name}${mark}`)]) if (rules.has(selector)) return rules.get(selector)
  return undefined
}

function hiddenByStyle(style: string): HiddenBy | undefined {
  const words = style.toLowerCase().replace(/\s+/g, '')
  if (/(?:^|;)(?:display:none|visibility:(?:hidden|collapse))/.test(words)) return 'hidden-run'
  if (/(?:^|;)opacity:0?\.?0*[0-4]?(?:%|;|!|$)/.test(words)) return 'transparent'
  if (/(?:^|;)(?:font|font-size):(?:[^;]{0,40}?[^\d.])?0*(?:[0-3](?:\.\d+)?)(?:px|pt|mm)|(?:^|;)font-size:0(?:[^\d.]|$)/.test(words))
    return 'tiny'
  if (/(?:^|;)(?:text-indent|left|top|margin-left):-\d{3,}/.test(words)) return 'off-page'
  if (/(?:^|;)clip(?:-path)?:(?:rect\(0(?:px)?[,)]|inset\((?:50|100)%)/.test(words)) return 'off-page'
  const colour = /(?:^|;)color:([^;!]{1,40})/.exec(words)?.[1]
  if (colour === undefined) return undefined
  const behind = /(?:^|;)background(?:-color)?:([^;!]{1,60})/.exec(words)?.[1]
  if (colour === 'transparent' || /^rgba\(.*,0(?:\.0*)?\)$/.test(colour)) return 'transparent'
  return behind === colour || (behind === undefined && isPale(colour)) ? 'background-colour' : undefined
}

/** White or next to it. */
function isPale(colour: string): boolean {
  const plain = colour.trim().toLowerCase()
  if (/^(?:white|snow|ivory|ghostwhite|whitesmoke)$/.test(plain) || /^#(?:f{3}|(?:f[0-9a-f]){3})$/.test(plain)) return true
  const parts = /^rgba?\((\d{1,3}),(\d{1,3}),(\d{1,3})/.exec(plain.replace(/\s+/g, ''))?.slice(1).map(Number)
  return parts?.every(part => part >= 240) === true
}
