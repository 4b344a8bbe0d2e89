import { expect, it } from 'vitest'
import { money } from './money'

it('tells amounts with two decimals, more where they are needed, and the sign first', () => {
  expect(money('12345.00')).toBe('¥12,345.00')
  expect(money('12')).toBe('¥12.00')
  expect(money('0.125000')).toBe('¥0.125')
  expect(money('-1234.5')).toBe('-¥1,234.50')
  expect(money(undefined)).toBe('')
})
