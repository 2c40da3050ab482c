// Words that are none and stand a letter away from one, figures that are broken; and real words, names, terms of art, signs and
// short forms, which are none of these.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { findMisspellings } from '../../src/language/misspelt.ts'
import { isEnglish, isUsual } from '../../src/language/words.ts'

const found = (text: string) => findMisspellings(text).map(({ word, meant, decides }) => `${word} > ${meant[0]}${decides ? ' !' : ''}`)

describe('a word a letter away from one', () => {
  test.each([
    ['The Provider shal notify the Customer.', 'shal > shall !'],
    ['The Provider shall nit notify the Customer.', 'nit > not !'],
    ['The Provider shall nor notify the Customer.', 'nor > not !'],
    ['The Provider shuold notify the Customer.', 'shuold > should !'],
    ['without the consetn of the Customer', 'consetn > consent'],
    ['witout consent', 'witout > without !'],
    ['within 48 hours, excepu where it is minor', 'excepu > except !'],
    ['the Licensor aies to review it', 'aies > aims !'],
    ['as far as reasonbly practicable', 'reasonbly > reasonably !'],
    ['Panetration test', 'Panetration > Penetration'],
    ['WHMREAS the parties agree', 'WHMREAS > WHEREAS'],
    ['under third-perty terms', 'perty > party'],
  ])('%s', (text, expected) => expect(found(text)).toContain(expected))

  test('the name of a party, which occurs again and again', () => {
    expect(found('The Bank pays. The Bank says. The Bank knows. The Bano shall validate it.')).toEqual(['Bano > Bank !'])
  })
})

describe('a sign in a word', () => {
  test.each([
    ['it sh!uld be kept', 'sh!uld > should !'],
    ['it shou|d be kept', 'shou|d > should !'],
    ['keep your bi,ling records', 'bi,ling > billing'],
    ['and no .otice of it', '.otice > notice'],
    ['it is designe$ to', 'designe$ > designed'],
    ['it sh\uFFFDll be kept', 'sh\uFFFDll > shall !'],
    ['it sh\x02ll be kept', 'sh\x02ll > shall !'],
    ['they mus4 be kept', 'mus4 > must !'],
    ['the aw\u00E5rd of it', 'aw\u00E5rd > award'],
    ['they are(not inspected', 'are(not > are not !'],
    ['see Annex0A for it', 'Annex0A > Annex A'],
    ['may a4 its discretion', 'a4 > at'],
    ['aware oF it', 'oF > of'],
    ['in every three"(3) years', 'three"(3) > three (3)'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]))
})

describe('a broken figure', () => {
  test.each([
    ['within 4B hours', '4B > 49 !'],
    ['for 9O days', '9O > 99 !'],
    ['within t8 hours', 't8 > 98 !'],
    ['within (4p) hours', '4p > 49 !'],
    ['within 4\uFFFD hours', '4\uFFFD > 49 !'],
    ['for u days', 'u > 9 !'],
    ['at least 9b %', '9b > 99 !'],
    ['every two (2( years', '(2( > (2) !'],
    ['within forty-eight (489 hours', '(489 > (48) !'],
  ])('%s', (text, expected) => expect(found(text)).toEqual([expected]))
})

describe('nothing is wrong with', () => {
  test.each([
    'The Provider shall not export the weights, nor shall it let anyone else do so.',
    'Neither party shall, nor shall it permit others to, copy them.',
    'within 48 hours, 1,000.5 days, 12-month terms, ten (10) years, forty-five (45 days) and <8 hours, for X days or [X] days',
    'at 9 a.m. on 2nd of Nov., the 3rd and 21st day, e.g. in p95 or the 90s',
    'SHA-256, AES256, S3, 2FA, OAuth, DevOps, iPhone, JavaScript, GPT-4o, x86, utf8, md5 and log4j',
    'https://example.com/a_b?c=d, ops@example.com, C:\\temp\\x and contract.docx',
    'word(s), party(ies), and/or, he/she, co-operate, e-mail, the Provider\u2019s, don\u2019t, clause 4(a)(ii), Annex A(1)',
    'licence, license, organisation, organization, programme, honour, judgement, fulfil, artefact, catalogue, centre',
    'tokenizer, jailbreak, hyperparameters, finetuning, checkpoint, red-teaming, chatbot, sandboxed, pseudonymised',
    'In Leeds, Mali and Boise, on 3 June, Kade Teoh of Quillhaven Oy and Thornquay plc met Ms Pell.',
    'the \u201CModel\u201D, ("Model"), the "Service" (as amended), and [Customer to confirm]',
    'within 4\u200B8 hours, the l\u043Eg of it, no\u00ADtice, \uFB01rst and so\u200Bon',
    'A | B | 99.9 % | 48 hours\n|a|b|\n| --- | --- |',
  ])('%s', text => expect(found(text)).toEqual([]))

  test('a word that occurs again is meant', () => {
    expect(found('The shall-log is the Wessage. A Wessage is sent; no Wessage is kept, and every plimf is a plimf.')).toEqual([])
  })

  test('a text in which every other word is none', () => {
    const words = Array.from({ length: 3000 }, (_, at) => `thi${String.fromCharCode(97 + (at % 26), 97 + ((at / 26) % 26), 97 + at / 676)}`)
    expect(findMisspellings(words.join(' ')).length).toBeLessThan(401)
  })
})

describe('words', () => {
  test.each(['shall', 'without', 'licence', 'organisation', 'encryption', 'endeavours'])('%s is known', word => {
    expect([isEnglish(word), isUsual(word)]).toEqual([true, true])
  })
  test.each(['shal', 'withot', 'ecryption', 'notfy', 'zzgrph'])('%s is not', word => {
    expect([isEnglish(word), isUsual(word)]).toEqual([false, false])
  })
})

test('the places are those of the words, whatever the text', () => {
  const word = fc.constantFrom('shall', 'shal', 'not', 'n0t', '4B', 'hours', '"', '(', 'a4', 'its', '\u00E5', ' ', '\n', 'Bank', 'Bano')
  fc.assert(
    fc.property(fc.array(word), words => {
      const text = words.join(' ')
      let end = 0
      for (const one of findMisspellings(text)) {
        expect(text.slice(one.start, one.end)).toBe(one.word)
        expect(one.start).toBeGreaterThanOrEqual(end)
        expect(one.meant).not.toContain(one.word)
        end = one.end
      }
    }),
  )
})

test('a long text takes a time that grows with its length', () => {
  const before = process.cpuUsage()
  findMisspellings('The Provider shall (not) keep "four, five'.repeat(50_000))
  findMisspellings(`${'a'.repeat(1_000_000)} ${'(1'.repeat(300_000)} ${'one ('.repeat(200_000)}`)
  expect(process.cpuUsage(before).user / 1e6).toBeLessThan(8)
})
