import { expect, it } from 'vitest'
import { amount, sums } from './amounts'

it('adds up to the last micro-yuan', () => {
  const lines = [
    { unit: 'yuan', debits: '0.10', credits: '0.00' },
    { unit: 'yuan', debits: '0.20', credits: '0.300001' },
    { unit: 'second', debits: '60', credits: '60' },
  ]
  expect(sums(lines)).toEqual([
    { unit: 'yuan', debits: '0.300000', credits: '0.300001', equal: false },
    { unit: 'second', debits: '60', credits: '60', equal: true },
  ])
})

it('tells seconds as whole numbers', () => {
  expect(amount('48000', 'second')).toBe('48,000')
  expect(amount('-1.5', 'yuan')).toBe('-¥1.50')
})
