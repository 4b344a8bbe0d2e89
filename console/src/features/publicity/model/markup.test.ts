import { expect, test } from 'vitest'
import type { Design } from './design'
import { signatureHtml, signaturePlain, snippetOf } from './markup'

const design: Design = { number: '4006173952', display: '400-617-3952', firm: '"><script>alert(1)</script>', slogan: 'A & B', colour: '#ffd400', person: '', title: '', mail: '' }

test('the snippet dials, and nothing that was typed becomes markup', () => {
  for (const shape of ['button', 'floating', 'text'] as const) {
    const snippet = snippetOf(design, shape, '<b>')
    expect(snippet).toContain('href="tel:4006173952"')
    expect(snippet).not.toContain('<script')
    expect(snippet).not.toContain('<b>')
    expect(snippet.match(/</g)).toHaveLength(2)
  }
})

test('letters on the button can be read, and so can the link on paper', () => {
  expect(snippetOf(design, 'button', '')).toContain('color:#1a1a1a')
  expect(snippetOf(design, 'text', '')).not.toContain('color:#ffd400')
})

test('a signature leaves out what nobody gave', () => {
  expect(signatureHtml(design, 'Hotline')).toContain('A &amp; B')
  expect(signatureHtml(design, 'Hotline')).not.toContain('mailto')
  expect(signatureHtml({ ...design, mail: 'a"b@example.com' }, 'Hotline')).toContain('a&quot;b@example.com')
  expect(signaturePlain({ ...design, firm: 'Shop', slogan: '', person: 'Li', title: 'Sales' }, 'Hotline')).toBe('-- \nLi · Sales\nShop\nHotline 400-617-3952')
})
