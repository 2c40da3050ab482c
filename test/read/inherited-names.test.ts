// Words that every JavaScript object answers to ("constructor", "valueOf"): in a contract they are words like any other, wherever a
// table is looked up by what a document says.
import { strToU8, zipSync } from 'fflate'
import { expect, test } from 'vitest'
import { check, loadRulePack, readContract } from '../../src/index.ts'
import { docxFiles } from './docx-builder.ts'
import { buildPdf } from './pdf-builder.ts'

const pack = await loadRulePack('ai-model-protection')
const duty = 'The Provider shall notify the Customer of any security incident within 48 hours.'
const names = Object.getOwnPropertyNames(Object.prototype)

const docx = (name: string) =>
  zipSync(
    Object.fromEntries(
      Object.entries(
        docxFiles(
          `<w:p><w:pPr><w:pStyle w:val="${name}"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:rStyle w:val="${name}"/><w:highlight w:val="${name}"/><w:color w:val="${name}" w:themeColor="${name}"/><w:u w:val="${name}"/></w:rPr><w:t>${duty}</w:t><w:sym w:font="${name}" w:char="${name}"/></w:r></w:p>
           <w:p><w:fldSimple w:instr=" ${name} \\* ${name} "><w:r><w:t>1</w:t></w:r></w:fldSimple><w:${name} w:${name}="${name}"/></w:p>`,
          {
            numbering: `<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="${name}"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>`,
            theme: `<a:${name}><a:srgbClr val="${name}"/></a:${name}>`,
          },
        ),
      ).map(([path, text]) => [path, strToU8(text)]),
    ),
  )
const odt = (name: string) => {
  const scope = ['office', 'text', 'table', 'style', 'draw', 'dc', 'fo'].map(prefix => `xmlns:${prefix}="urn:${prefix}"`).join(' ')
  return zipSync({
    mimetype: [strToU8('application/vnd.oasis.opendocument.text'), { level: 0 }],
    'content.xml': strToU8(
      `<?xml version="1.0"?><office:document-content ${scope}><office:automatic-styles><style:style style:name="${name}"><style:text-properties fo:color="${name}" fo:font-size="${name}"/></style:style><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="${name}"/></text:list-style></office:automatic-styles><office:body><office:text><text:list text:style-name="L"><text:list-item><text:p text:style-name="${name}">${duty}</text:p></text:list-item></text:list><text:${name}>x</text:${name}><text:p><text:${name}/></text:p></office:text></office:body></office:document-content>`,
    ),
    'styles.xml': strToU8(`<office:document-styles ${scope}/>`),
  })
}

const files = {
  'a.txt': (name: string) =>
    `AGREEMENT\n\nSECOND ${name}\n\n1. ${duty}\n2. The ${name} (the "${name}") shall log ${name} ${name}s within ${name} hours; ${name}'s. Clause ${name} of Schedule ${name} is deleted.\n${name}) ${name}\n`,
  'b.md': (name: string) =>
    `# ${name}\n\n${duty}\n\n| Id | Requirement | Priority | ${name} |\n|---|---|---|---|\n| ${name} | ${duty} | ${name} | ${name} |\n`,
  'c.html': (name: string) =>
    `<style>.${name} { ${name}: ${name}; color: ${name} }</style><p class="${name}" style="color: ${name}; ${name}: 1" ${name}="${name}">${duty}</p><${name}>&${name};</${name}><ol type="${name}"><li>x</ol>`,
  'd.rtf': (name: string) =>
    String.raw`{\rtf1\ansi\ansicpg1252{\fonttbl{\f0 ${name};}}\pard ${duty}\par\${name.replace(/\W|_/g, '')} x{\*\${name.replace(/\W|_/g, '')} y}\par}`,
  'e.docx': docx,
  'f.odt': odt,
  'g.pdf': (name: string) =>
    buildPdf({
      pages: [{ content: `BT /F1 10 Tf 72 700 Td (${duty}) Tj ET` }],
      resources: `/${name} << /${name} /${name} >>`,
      catalogue: `/${name} /${name}`,
    }),
}

test.each(Object.entries(files))('are words as any other in %s', async (file, make) => {
  for (const name of names) {
    const made = make(name)
    const contract = await readContract([{ name: file, bytes: typeof made === 'string' ? Buffer.from(made) : made }])
    const { findings } = check(contract, pack)
    expect(findings.find(f => f.requirement === 'incident.notice')?.verdict, name).toBe('met')
  }
})
