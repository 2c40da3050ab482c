// What a reader of a verdict should know although it does not change it: nobody is named, where the clock starts,
// a remedy that shuts out all others, a reference that leads nowhere.
import type { Contract } from '../domain/contract.ts'
import type { Remark } from '../domain/finding.ts'
import { slice } from '../domain/span.ts'
import type { Judgement } from './judge.ts'
import type { Candidate } from './locate.ts'

/** The remarks on what decided a verdict; at most one of each kind. */
export function remarksOn(contract: Contract, judgement: Judgement, deadline: boolean): Remark[] {
  const deciding = judgement.deciding.filter(w => w.stance === 'promise').map(w => w.candidate)
  const all = deciding.flatMap(c => [
    ...nobodyNamed(c),
    ...(deadline ? clockStart(c) : []),
    ...soleRemedy(c),
    ...danglingReference(contract, c),
  ])
  return all.filter((r, i) => all.findIndex(s => s.code === r.code) === i)
}

// An agentless passive: "incidents shall be notified". Facts about the service ("is encrypted") want no agent.
function nobodyNamed({ standing }: Candidate): Remark[] {
  const forced = standing.clause.force === 'must' && standing.bearer === 'nobody'
  return forced ? [{ code: 'nobody-named', facts: {} }] : []
}

const start =
  /\b(?:after|of|from|following|upon|since)\s+((?:its |the |their |such |Provider's |Vendor's |Supplier's )?(?:becoming aware|first |awareness|discover\w*|detect\w*|confirm\w*|occurrence|knowledge|determin\w*|verif\w*|receipt|request|notic\w*|finding out|learning|identif\w*|classif\w*)[^,.;]{0,40})/i

function clockStart({ read }: Candidate): Remark[] {
  const found = start.exec(slice(read.text, read.provision.span))?.[1]
  return found === undefined ? [] : [{ code: 'clock-start', facts: { words: found.trim() } }]
}

function soleRemedy({ read }: Candidate): Remark[] {
  return /\b(?:sole|only|exclusive)\b[^.;]{0,20}\bremed(?:y|ies)\b/i.test(slice(read.text, read.provision.span))
    ? [{ code: 'sole-remedy', facts: {} }]
    : []
}

function danglingReference(contract: Contract, { read }: Candidate): Remark[] {
  const { span, document } = read.provision
  const lost = contract.references.find(
    r =>
      r.kind === 'section' &&
      r.target === undefined &&
      r.place.document === document &&
      r.place.start >= span.start &&
      r.place.end <= span.end,
  )
  return lost === undefined ? [] : [{ code: 'dangling-reference', facts: { words: slice(read.text, lost.place) } }]
}
