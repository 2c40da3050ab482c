// What kind of file the bytes are, whatever the name says.
import { describe, expect, test } from 'vitest'
import { sniff } from '../../src/read/sniff.ts'

const bytes = (text: string, encoding: BufferEncoding = 'latin1') => new Uint8Array(Buffer.from(text, encoding))
const zip = (...names: string[]) => bytes(`PK\x03\x04${'\0'.repeat(26)}${names.join('\0')}`)

describe('formats that are read', () => {
  test.each([
    ['pdf', 'contract.docx', bytes('%PDF-1.7\n')],
    ['pdf', 'late-header.pdf', bytes(`${'junk\n'.repeat(50)}%PDF-1.4\n`)],
    ['docx', 'contract.pdf', zip('[Content_Types].xml', 'word/document.xml')],
    ['docx', 'odd-part.docx', zip('[Content_Types].xml', 'main.xml')],
    ['odt', 'contract.docx', zip('mimetypeapplication/vnd.oasis.opendocument.text')],
    ['eml', 'x', bytes('Received: y\r\nFrom: a\r\nMIME-Version: 1.0\r\n\r\nhi')],
    ['text', 'x', bytes('From: the Provider\nTo: the Customer\n\nMessage-ID: no\n')],
    ['html', 'page.txt', bytes('\n <html><body>')],
    ['html', 'marked', bytes('\xef\xbb\xbf<!doctype HTML>')],
    ['html', 'piece.htm', bytes('<p>The Provider shall</p>')],
    ['text', 'piece.txt', bytes('<p>The Provider shall</p>')],
    ['text', 'less.html', bytes('2 < 3 and no tag')],
    ['rtf', 'letter.doc', bytes('{\\rtf1\\ansi The Provider shall}')],
    ['text', '-', bytes('1. The Provider shall\n')],
    ['text', 'utf8.txt', bytes('“forty-eight” – é 日本', 'utf8')],
    ['text', 'mark.txt', bytes('\ufeffhello', 'utf16le')],
    ['text', 'unmarked.txt', bytes('The Provider shall encrypt all data.', 'utf16le')],
    ['markdown', 'terms.MD', bytes('# Terms\n')],
    ['text', 'escape.txt', bytes('\u001b[1mThe Provider\u001b[0m shall\n')],
  ])('%s: %s', (format, name, content) => {
    expect(sniff(content, name)).toEqual({ format })
  })
})

describe('formats that are not read say what to do', () => {
  test.each([
    ['a workbook', zip('[Content_Types].xml', 'xl/workbook.xml'), /Excel/],
    ['slides', zip('[Content_Types].xml', 'ppt/presentation.xml'), /PowerPoint/],
    ['an empty archive', bytes('PK\x05\x06'), /empty ZIP/],
    [
      'an Outlook message',
      new Uint8Array([...Buffer.from('d0cf11e0', 'hex'), ...Buffer.from('__properties_version1.0', 'utf16le')]),
      /Outlook/,
    ],
    ['XML', bytes('<?xml version="1.0"?><w:wordDocument/>'), /XML/],
    ['a TIFF', bytes('II*\0'), /TIFF/],
    ['gzip', bytes('\x1f\x8b\x08'), /gzip/],
    ['zeros', new Uint8Array(300), /neither/],
  ])('%s', (_, content, problem) => {
    const seen = sniff(content, 'contract.docx')
    expect(seen).toMatchObject({ problem: expect.stringMatching(problem), remedy: expect.stringMatching(/\w/) })
  })
})
