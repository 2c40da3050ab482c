// Passages that are plainly about a requirement, by what was learnt of its words, though no frame of it finds them: other
// drafters have other words. How they stand is read from their grammar alone, so they count only where nothing else was found,
// and never promise all that is asked: that a passage is on the subject does not tell what it leaves out.
import type { Frame, FrameKind } from '../domain/requirement.ts'
import { type Standing, standingOf } from '../language/standing.ts'
import type { Candidate } from './locate.ts'
import type { ReadProvision } from './provisions.ts'
import type { Scene } from './scene.ts'
import { isBinding } from './surroundings.ts'
import type { CompiledRequirement } from './vocabulary.ts'

/** From this likelihood on a passage is taken to be about a requirement. */
const likely = 0.5
/** With fewer words a passage is a heading or a cell, and says nothing by itself. */
const fewestWords = 7
/** A passage may hold several clauses; so many of its most telling words are tried for one that says something. */
const tried = 4

/** What a requirement's passages without a frame say, the likeliest passage first. */
export function locateUnframed(compiled: CompiledRequirement, scene: Scene): Candidate[] {
  const read = likeliest(compiled, scene)
  const weights = read === undefined ? undefined : scene.relevance.telling(read.tokens, compiled.requirement)
  return read === undefined || weights === undefined ? [] : candidatesIn(read, weights, compiled)
}

/** The passage that is most likely to be about a requirement, of those that are likely to be. */
function likeliest({ requirement }: CompiledRequirement, { provisions, relevance, closest }: Scene): ReadProvision | undefined {
  const near = closest(requirement)
  if (near.relevance < likely) return undefined
  if (near.read !== undefined && near.read.tokens.length >= fewestWords) return near.read
  let most = 0
  let found: ReadProvision | undefined
  for (const read of provisions) {
    if (!isBinding(read) || read.tokens.length < fewestWords) continue
    const likelihood = relevance.of(read.tokens, requirement)
    if (likelihood < likely || likelihood <= most) continue
    most = likelihood
    found = read
  }
  return found
}

function candidatesIn(read: ReadProvision, weights: Float64Array, compiled: CompiledRequirement): Candidate[] {
  const telling = [...weights.keys()]
    .filter(at => (weights[at] as number) > 0)
    .sort((a, b) => (weights[b] as number) - (weights[a] as number))
  const main = telling.filter(at => !isLimited(read, at))
  for (const at of [...main.slice(0, tried), ...telling.slice(0, tried)]) {
    const act = { from: at, to: at + 1 }
    const standing = standingOf(read.reading, act)
    if (standing.aside) continue
    const frame = frameOf(standing, compiled)
    if (isOtherBan(standing, frame) || (compiled.requirement.denial && isDenied(standing, frame))) return []
    return [{ read, frame, groups: [], whole: true, element: elementOf(compiled, frame, standing), act, standing }]
  }
  return []
}

// "We do not check it before the model sees it": what is said is said outside conditions and exceptions.
function isLimited({ reading: { conditions, exceptions } }: ReadProvision, at: number): boolean {
  return [...conditions, ...exceptions].some(range => range.from <= at && at < range.to)
}

// "shall not use Customer Data to train its models": who is asked to do something and is barred from something is not freed of it.
function isOtherBan({ clause, sign, refused }: Standing, { kind }: Frame): boolean {
  return kind === 'do' && sign < 0 && !refused && clause.force === 'must-not'
}

function isDenied({ sign }: Standing, { kind }: Frame): boolean {
  return kind !== 'bar' && sign < 0
}

// A refusal refuses the one element there is; of a promise it is not known whether it holds all of it.
function elementOf({ requirement: { elements } }: CompiledRequirement, { kind }: Frame, { sign }: Standing): string | undefined {
  const promises = (kind === 'bar') === sign < 0
  return !promises && elements.length === 1 ? elements[0]?.id : undefined
}

function frameOf(standing: Standing, compiled: CompiledRequirement): Frame {
  return { kind: kindOf(standing, compiled), act: [], with: [], without: [], reach: 'sentence', falls: [] }
}

/**
 * Which kind of promise the requirement knows fits how the passage stands: a ban, leave of the other party, or a duty. A few
 * bans beside many duties make no promise of "we do not check", which is a practice and no ban.
 */
function kindOf({ sign, refused, firmness, clause, bearer }: Standing, { elements }: CompiledRequirement): FrameKind {
  const kinds = elements.flatMap(e => e.frames.map(f => f.frame.kind))
  const many = (kind: FrameKind): number => kinds.filter(k => k === kind).length
  const practice = clause.force === 'fact-not' && (bearer === 'provider' || bearer === 'customer')
  if (many('bar') > 0 && (many('do') === 0 || (sign < 0 && !refused && !practice && many('bar') >= many('do')))) return 'bar'
  if (many('right') > 0 && firmness === 'may') return 'right'
  return 'do'
}
