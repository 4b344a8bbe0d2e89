import { expect, test } from 'vitest'
import { contrast, inkOn, isColour, PAPER, READABLE, readableOnPaper } from './colour'

test('contrast is as WCAG counts it', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5)
  expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
})

test('letters are white on dark colours and dark on light ones', () => {
  expect(inkOn('#0b6e6e')).toBe(PAPER)
  expect(inkOn('#ffd400')).not.toBe(PAPER)
})

test('a colour too light for paper is darkened until it can be read, others stay', () => {
  expect(readableOnPaper('#0b6e6e')).toBe('#0b6e6e')
  expect(contrast(readableOnPaper('#ffd400'), PAPER)).toBeGreaterThanOrEqual(READABLE)
  expect(isColour('#12345')).toBe(false)
})
