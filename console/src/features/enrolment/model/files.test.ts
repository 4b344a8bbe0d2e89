import { describe, expect, it } from 'vitest'
import { freePlace, refusal, size } from './files'

describe('a file', () => {
  it('is not sent when it would come back', () => {
    expect(refusal({ name: 'licence.PDF', size: 100 })).toBeUndefined()
    expect(refusal({ name: 'a.b.jpeg', size: 100 })).toBeUndefined()
    expect(refusal({ name: 'licence.pdf', size: 0 })).toBe('empty')
    expect(refusal({ name: 'licence.pdf', size: 21 * 1024 * 1024 })).toBe('tooLarge')
    expect(refusal({ name: 'IMG_1.HEIC', size: 100 })).toBe('heic')
    expect(refusal({ name: 'licence.docx', size: 100 })).toBe('wrongType')
    expect(refusal({ name: 'licence', size: 100 })).toBe('wrongType')
  })

  it('takes the first free place of six', () => {
    expect(freePlace([])).toBe(1)
    expect(freePlace([1, 3])).toBe(2)
    expect(freePlace([1, 2, 3, 4, 5, 6])).toBeUndefined()
  })

  it('has a size that people read', () => {
    expect(size(12)).toBe('1 KB')
    expect(size(320_000)).toBe('313 KB')
    expect(size(1_500_000)).toBe('1.4 MB')
  })
})
