// What a person looking at the page does not see: text too small, without ink, in the colour of what
// is behind it, painted over, on a layer that is switched off, or beside the page. The words stay in
// the text, marked; the layer of words that a scanner puts over its picture is not hidden.
import type { HiddenBy } from '../../domain/manuscript.ts'
import type { Drawing, Drawn, Painted } from './paint.ts'
import { holds } from './paper.ts'

/** Smaller than this, in points, nobody reads it. */
const smallestSeen = 4
/** The least difference of one colour channel (0 to 255) that shows. */
const leastContrast = 32
const faintest = 0.1
/** A picture over more than this part of the page is taken for a scan. */
const scanShare = 0.6
const invisibleMode = 3
/** Characters that are stamped on a scan: a number, a name, a day. */
const mostStamped = 150
/** Painted areas beyond this many are decoration; the largest are kept. */
const mostAreas = 400
const white = 0xffffff

/** The page's measures, in points. */
export interface PageSize {
  readonly width: number
  readonly height: number
}

/** What is seen of a page. */
export interface Visibility {
  /** How a run is hidden, if it is. */
  readonly hiddenBy: (run: Drawn) => HiddenBy | undefined
  /** Whether the page is a scan, and words stand on it only as a scanner laid them under its picture. */
  readonly layered: boolean
}

/** Looks at a page as a person does. */
export function visibilityOn(drawing: Drawing, page: PageSize): Visibility {
  const large = drawing.painted.filter(area => area.picture && coverage(area, page) > scanShare)
  const isUnder = (run: Drawn) => isUnlit(run) || large.some(area => area.opaque && area.order > run.order)
  const letters = (runs: readonly Drawn[]) => runs.reduce((sum, run) => sum + run.text.trim().length, 0)
  // With words of its own a page is no scan, and what is under its picture is hidden there.
  const scanned = large.length > 0 && letters(drawing.drawn.filter(run => !isUnder(run))) < mostStamped
  const areas = largest(drawing.painted.filter(area => !large.includes(area) || (area.opaque && !scanned)))
  return {
    hiddenBy: run => offPage(run, page) ?? unlit(run, scanned) ?? camouflaged(run, areas),
    layered: scanned && drawing.drawn.some(isUnder),
  }
}

const isUnlit = ({ mode, alpha }: Drawn): boolean => mode === invisibleMode || mode === invisibleMode + 4 || alpha < faintest

function coverage(area: Painted, page: PageSize): number {
  const width = Math.min(area.x1, page.width) - Math.max(area.x0, 0)
  const height = Math.min(area.y1, page.height) - Math.max(area.y0, 0)
  return (Math.max(width, 0) * Math.max(height, 0)) / (page.width * page.height)
}

function largest(painted: readonly Painted[]): readonly Painted[] {
  if (painted.length <= mostAreas) return painted
  const size = (area: Painted) => (area.x1 - area.x0) * (area.y1 - area.y0)
  const kept = [...painted].sort((a, b) => size(b) - size(a)).slice(0, mostAreas)
  return kept.sort((a, b) => a.order - b.order)
}

function offPage(run: Drawn, page: PageSize): HiddenBy | undefined {
  const out = run.x + run.width < 0 || run.x > page.width || run.y < 0 || run.y - run.size > page.height
  return out && run.turn === 0 ? 'off-page' : undefined
}

function unlit(run: Drawn, scanned: boolean): HiddenBy | undefined {
  if (run.layerOff) return 'layer-off'
  if (isUnlit(run)) return scanned ? undefined : run.alpha < faintest ? 'transparent' : 'invisible'
  return run.size < smallestSeen ? 'tiny' : undefined
}

/** Text in the colour of what is under it, or under a later area. */
function camouflaged(run: Drawn, areas: readonly Painted[]): HiddenBy | undefined {
  const x = run.x + run.width / 2
  const y = run.y - run.size / 3
  const here = areas.filter(area => holds(area, x, y))
  if (isUnlit(run)) return undefined // a scanner's layer: seen through its picture
  if (here.some(area => area.order > run.order && area.x0 <= run.x + 1 && area.x1 >= run.x + run.width - 1)) return 'background-colour'
  if (run.colour === undefined || (run.mode !== 0 && run.mode !== 4)) return undefined
  const behind = here.filter(area => area.order < run.order).at(-1)
  if (behind?.picture || (behind && behind.colour === undefined)) return undefined
  return contrast(run.colour, behind?.colour ?? white) < leastContrast ? 'background-colour' : undefined
}

function contrast(a: number, b: number): number {
  const channel = (shift: number) => Math.abs(((a >> shift) & 0xff) - ((b >> shift) & 0xff))
  return Math.max(channel(16), channel(8), channel(0))
}
