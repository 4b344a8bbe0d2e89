import { expect, it } from 'vitest'
import { day, daysBetween, lastMonths, month, monthsFrom, nextDay } from './days'

it('days are those of Asia/Shanghai, whatever the machine says', () => {
  expect(day(new Date('2026-10-31T16:30:00Z'))).toBe('2026-11-01')
  expect(month(new Date('2026-12-31T16:00:00Z'))).toBe('2027-01')
})

it('months are counted over the ends of years', () => {
  expect(monthsFrom('2026-11', -11)).toBe('2025-12')
  expect(monthsFrom('2026-11', 2)).toBe('2027-01')
  expect(lastMonths('2027-01', 3)).toEqual(['2027-01', '2026-12', '2026-11'])
})

it('days follow each other', () => {
  expect(nextDay('2026-12-31')).toBe('2027-01-01')
  expect(daysBetween('2026-12-30', '2027-01-02')).toBe(3)
})
