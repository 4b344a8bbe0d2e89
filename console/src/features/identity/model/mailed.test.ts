import { describe, expect, it } from 'vitest'
import { mailedCode, wanted } from './mailed'

const code = 'Ab3_-'.repeat(8) + 'xyz'

describe('the code of a mail', () => {
  it('may be typed alone, with blanks around it, or as the whole link', () => {
    expect(mailedCode(code)).toBe(code)
    expect(mailedCode(`  ${code}\n`)).toBe(code)
    expect(mailedCode(`https://hotline.example.cn/sign-up#${code}`)).toBe(code)
    expect(mailedCode(`#${code}`)).toBe(code)
  })

  it('is none when it is too short', () => {
    expect(mailedCode('')).toBeUndefined()
    expect(mailedCode('abc')).toBeUndefined()
  })
})

describe('where somebody wanted to go', () => {
  it('is a page of ours', () => {
    expect(wanted('/calls?x=1', '/')).toBe('/calls?x=1')
    expect(wanted('//evil.example', '/')).toBe('/')
    expect(wanted('/\\evil.example', '/')).toBe('/')
    expect(wanted('https://evil.example', '/')).toBe('/')
    expect(wanted(undefined, '/numbers')).toBe('/numbers')
  })
})
