// Figures on pages that were read by OCR: an engine takes 1 for 7 or loses a dot without any doubt, so that such a figure alone
// never makes a requirement met. Which pages those are is the readers' business.
import { type Contract, provisionSpans } from '../domain/contract.ts'
import { pagesByOcr } from '../domain/manuscript.ts'
import type { Requirement } from '../domain/requirement.ts'
import { passageOf } from './evidence.ts'
import type { Judgement } from './judge.ts'

/** "thirty (30)", "ninety percent (90 %)": the words bear the figure out, and where the two disagree that is found elsewhere. */
const borneOut =
  /\b(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\p{L}{3,5}teen|\p{L}{3,5}ty(?:-\p{L}{3,5})?|hundred|thousand|million)(?:\s(?:percent|per cent))?\s?\(\d[\d,.]{0,12}\s?%?\)/giu

/** What a person must see for himself before a requirement that turns on a figure is met; empty where nothing is. */
export function figuresByOcr(contract: Contract, judgement: Judgement, requirement: Requirement): string[] {
  if (requirement.figure === undefined) return []
  const provisions = [...new Set(judgement.deciding.map(({ candidate }) => candidate.read.provision))]
  return provisions.flatMap(provision => {
    const document = contract.documents[provision.document]
    const [page] = provisionSpans(provision).flatMap(span => {
      const pages = document === undefined ? [] : pagesByOcr(document, span.start, span.end)
      return document !== undefined && pages.length > 0 && hasBareFigure(document.text, span) ? pages : []
    })
    if (page === undefined) return []
    const { section, quote } = passageOf(contract, provision)
    const clause = section === '' ? '' : `, clause ${section}`
    return [`page ${page}${clause} was read by OCR, which may mistake a figure: see whether it says "${shortened(quote)}"`]
  })
}

function hasBareFigure(text: string, { start, end }: { readonly start: number; readonly end: number }): boolean {
  return /\d/.test(text.slice(start, end).replace(borneOut, ''))
}

const longestQuote = 240

function shortened(quote: string): string {
  const words = quote.replace(/\s+/g, ' ').trim()
  return words.length > longestQuote ? `${words.slice(0, longestQuote)}...` : words
}
