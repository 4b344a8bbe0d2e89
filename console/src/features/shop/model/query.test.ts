import { describe, expect, it } from 'vitest'
import { mask, nothing, parameters } from './query'

describe('a mask', () => {
  it('is filled up to seven places', () => {
    expect(mask('88')).toBe('88?????')
  })

  it('may be typed as the whole number', () => {
    expect(mask('400-888-8888')).toBe('8888888')
    expect(mask('400 ？？？ 8888')).toBe('???8888')
  })

  it('that is none asks nothing', () => {
    expect(mask('')).toBeUndefined()
    expect(mask('88a')).toBeUndefined()
    expect(mask('12345678')).toBeUndefined()
  })
})

describe('a search', () => {
  it('asks only what is given', () => {
    expect(parameters(nothing())).toEqual({ order: 'memorability' })
    expect(parameters({ ...nothing(), without: '4 7', classes: ['special', 'premium'], tail: '8-8' })).toEqual({
      without: '47',
      class: 'special,premium',
      tail: '88',
      order: 'memorability',
    })
  })
})
