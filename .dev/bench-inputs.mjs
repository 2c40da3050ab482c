// Agreements of a given number of pages for the benchmark, always the same: as Word files through the writer of the
// fixtures, and as PDF through a small writer of text pages. Sound, dull contracts; nothing is measured on their verdicts.
import { deflateSync } from 'node:zlib'
import { writeDocx } from './fixture-docx.mjs'
import { readSource } from './fixture-source.mjs'

const who = ['The Provider', 'The Customer', 'Each party', 'The Provider, at its own cost,', 'The Customer, through its administrators,']
const force = ['shall', 'must', 'will', 'shall not', 'may', 'undertakes to', 'shall use reasonable efforts to']
const act = [
  'encrypt the model weights and all Customer Data at rest and in transit',
  'notify the other party of any security incident within forty-eight (48) hours after becoming aware of it',
  'keep the inference logs for at least ninety (90) days in a form that cannot be altered',
  'limit the number of calls to the interface that are accepted in any minute',
  'review the outputs before they are published or acted upon',
  'document the origin and the licence of each source of training data',
  'have the hosting environment assessed by an independent auditor each calendar year',
  'deliver the documentation of the Service in the English language',
  'pay undisputed invoices within thirty (30) days after receipt',
  'disclose the confidential information of the other party to any third person',
  'test the deployed model against prompt injection and adversarial input by recognised methods',
  'issue, rotate and revoke the keys of the interface through roles that are set out in Annex B',
]
const tail = [
  'save where the parties agree otherwise in writing',
  'as further set out in the Order Form and in the documentation that accompanies it',
  'without prejudice to the rights that the applicable law gives to either of them',
  'for as long as this Agreement is in force and for twelve months thereafter',
  'and shall on request confirm in writing to the other party that this has been done',
  'provided that the costs of doing so stay within the budget that the steering committee has approved',
]

// Most of a contract is not about what the pack asks: ordinary terms over many words.
const things = (
  'invoice,delivery,acceptance,milestone,deliverable,subcontractor,premises,insurance,liability,warranty,notice,assignment,dispute,' +
  'arbitration,budget,timetable,committee,report,meeting,personnel,training course,travel expense,tax,currency,interest,order,catalogue,' +
  'discount,licence fee,term,renewal,termination,transition,document,manual,specification,change request,approval,signature,register,' +
  'certificate,permit,inspection,defect,repair,replacement,spare part,warehouse,shipment,customs duty,freight,packaging,label,language,' +
  'translation,publication,logo,trade mark,press release,visitor,vehicle,tool,uniform,safety briefing,accident,holiday,working hour'
).split(',')
const doing = (
  'prepare,review,approve,sign,deliver,return,store,replace,repair,inspect,register,publish,translate,insure,pay for,refund,extend,renew,' +
  'cancel,transfer,assign,explain,correct,confirm,measure,count,schedule,postpone,discuss,record,archive,submit,request,accept,reject'
).split(',')
const manner = (
  'without undue delay,in the usual way,at the place of business,in two copies,by registered letter,on the first working day of the month,' +
  'with the care of a prudent merchant,at the rates of Annex A,in the presence of both managers,within the agreed budget,' +
  'subject to the general conditions,in so far as the law allows,before the end of the quarter,after consulting the other party'
).split(',')

/** Numbers from 0 to 1 that are the same in each run. */
function random(seed) {
  let state = seed
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** The text of an agreement of about so many pages, in the language of fixture sources. */
export function agreement(pages) {
  const next = random(7)
  const pick = list => list[Math.floor(next() * list.length)]
  const phrase = () => `${pick(doing)} each ${pick(things)} and every ${pick(things)} numbered ${Math.floor(next() * 9000) + 1000}`
  const dull = () => `${pick(who)} ${pick(force)} ${phrase()} ${pick(manner)}, and ${pick(force)} ${phrase()} ${pick(manner)}.`
  const close = () => `${pick(who)} ${pick(force)} ${pick(act)}, ${pick(tail)}.`
  const clause = () => (next() < 0.2 ? `${close()} ${dull()}` : `${dull()} ${dull()}`)
  const lines = ['---', 'title: Benchmark', 'running: Benchmark', 'school: decimal', '---', '# SERVICES AGREEMENT']
  lines.push('This Agreement is made between Marlow Systems, Inc. (the "**Provider**") and Halden Freight AS (the "**Customer**").')
  for (let page = 0; page < pages; page++) {
    lines.push(`## ${pick(['Security', 'Service', 'Data', 'Interface', 'Reports', 'Audit'])} ${page + 1}`)
    for (let at = 0; at < 9; at++) lines.push(`. ${clause()}`)
    lines.push(`. ${pick(who)} ${pick(force)}:`, `.. ${pick(act)};`, `.. ${pick(act)}; and`, `.. ${pick(act)}.`)
  }
  return `${lines.join('\n')}\n`
}

/** The bytes of the agreement as a Word file. */
export function docxOf(source) {
  return writeDocx(readSource(source))
}

/** The bytes of the agreement as a PDF: one column of Helvetica, numbers typed out, page numbers at the foot. */
export function pdfOf(source, pages) {
  const lines = readSource(source).blocks.flatMap(({ label, text }) => [
    ...wrap(`${label === undefined ? '' : `${label} `}${text.replaceAll('**', '')}`),
    '',
  ])
  const height = Math.ceil(lines.length / pages)
  return pdf(Array.from({ length: pages }, (_, page) => lines.slice(page * height, (page + 1) * height)))
}

function wrap(text) {
  return text.match(/.{1,95}(?:\s|$)/g).map(line => line.trimEnd())
}

function pdf(pages) {
  const kids = pages.map((_, at) => `${4 + at * 2} 0 R`).join(' ')
  const objects = ['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`]
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>')
  pages.forEach((lines, at) => {
    const content = deflateSync(Buffer.from(pageContent(lines, at + 1), 'latin1')).toString('latin1')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + at * 2} 0 R >>`,
    )
    objects.push(`<< /Length ${content.length} /Filter /FlateDecode >>\nstream\n${content}\nendstream`)
  })
  return Buffer.from(assembled(objects), 'latin1')
}

function pageContent(lines, number) {
  const escaped = text => text.replace(/[\\()]/g, '\\$&')
  const shown = lines.map(line => `(${escaped(line)}) Tj T*`).join('\n')
  return `BT /F1 10 Tf 12 TL 50 790 Td\n${shown}\nET\nBT /F1 8 Tf 290 30 Td (${number}) Tj ET`
}

function assembled(objects) {
  let body = '%PDF-1.7\n'
  const offsets = objects.map((object, at) => {
    const offset = body.length
    body += `${at + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map(offset => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  const size = objects.length + 1
  return `${body}xref\n0 ${size}\n0000000000 65535 f \n${table}trailer\n<< /Size ${size} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}
