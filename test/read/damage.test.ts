// Damage as it happens and as it is made: Word files and texts with bits turned over, and every file cut short, at fixed
// seeds. Each is refused, or read with what is lost said; never a crash. PDFs with bits turned over are in damage-pdf.test.ts.
import { expect, test } from 'vitest'
import { fixture, holdDamaged, holdDamagedText, judged, names, reading, runs } from './damage.ts'

test.each(names)('%s.docx with bits turned over holds no promise that the sound file does not hold', { timeout: 600_000 }, async name => {
  await holdDamaged(fixture(name, 'docx'), runs(1000))
})

// Text has no checksum: what no text holds is told, and words that are none. A figure that became another figure, and a word
// that became another word, nobody can tell; those seeds are let pass, and only those.
test.each(names)('%s.txt with bits turned over holds no promise that the sound file does not hold', { timeout: 600_000 }, async name => {
  await holdDamagedText(fixture(name, 'txt'), runs(1000))
})

test.each(names)(
  '%s cut short at every kilobyte is refused, is whole all the same, or says that it is not',
  { timeout: 600_000 },
  async name => {
    for (const format of ['docx', 'pdf', 'txt']) {
      const bytes = fixture(name, format)
      const sound = await reading(bytes)
      for (let length = 1024; length < bytes.length; length += 1024) {
        const read = await reading(bytes.slice(0, length))
        if (read === 'refused' || read.incomplete || (sound !== 'refused' && read.text === sound.text)) continue
        // Of text only that can be told which ends within a long sentence.
        expect([format, length, format === 'txt' && !isWithinSentence(read.text)]).toEqual([format, length, true])
      }
    }
  },
)

function isWithinSentence(text: string): boolean {
  const last = text.split('\n').at(-1) ?? ''
  return last.length > 60 && /\p{Ll}$/u.test(last) && !last.includes('|')
}

test('what says that it is not whole has nothing met in it', async () => {
  const read = await reading(fixture('strong', 'docx'))
  if (read === 'refused') throw new Error('the fixture is not read')
  const met = (whole: boolean) =>
    judged(whole ? read : { ...read, incomplete: true }).findings.filter(({ verdict }) => verdict === 'met').length
  expect(met(true)).toBeGreaterThan(20)
  expect(met(false)).toBe(0)
})
