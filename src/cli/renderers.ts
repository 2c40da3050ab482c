// Formats beyond text and JSON, behind one door: loaded only when one of them is asked for.
import { basename, relative, resolve } from 'node:path'
import { githubOf } from '../report/github.ts'
import { junitOf } from '../report/junit.ts'
import { markdownOf } from '../report/markdown.ts'
import { oscalOf } from '../report/oscal.ts'
import type { ExtractedText, Run } from '../report/run.ts'
import { sarifOf } from '../report/sarif.ts'
import { csvOf } from '../report/sheets.ts'
import { xlsxOf } from '../report/xlsx.ts'
import type { Io } from './io.ts'
import { type Delivery, isDevice, type Output } from './outputs.ts'

const renderers = { markdown: markdownOf, junit: junitOf, github: githubOf, csv: csvOf, xlsx: xlsxOf, oscal: oscalOf } as const

/** The report in a format, with the extracted texts that SARIF points into; `texts` are those of each report's documents. */
export function rendered({ format, file }: Output, run: Run, texts: readonly (readonly string[])[], io: Io): Delivery[] {
  if (format === 'text' || format === 'json') return []
  const target = file === undefined ? {} : { file }
  if (format !== 'sarif') return [{ ...target, content: renderers[format](run) }]
  const beside = file === undefined || isDevice(resolve(io.cwd, file)) ? undefined : extractedBeside(file, run, texts, io)
  const files = beside?.flat().map(({ path, text }) => ({ file: path, content: text })) ?? []
  return [...files, { ...target, content: sarifOf(run, beside ?? []) }]
}

/** "out.sarif" gets "out.sarif.1.contract.pdf.txt": URIs are relative to the folder the program was called in. */
function extractedBeside(file: string, run: Run, texts: readonly (readonly string[])[], io: Io): (ExtractedText & { path: string })[][] {
  let number = 0
  return run.reports.map(({ documents }, at) =>
    documents.map(({ name }, index) => {
      number += 1
      const safe = basename(name)
        .replace(/[^\p{L}\p{N}._-]/gu, '_')
        .slice(-80)
      const path = `${file}.${number}.${safe}.txt`
      const uri = relative(io.cwd, resolve(io.cwd, path)).split(/[\\/]/).map(encodeURIComponent).join('/')
      return { path, uri, text: texts[at]?.[index] ?? '' }
    }),
  )
}
