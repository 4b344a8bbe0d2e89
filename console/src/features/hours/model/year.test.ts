import { expect, test } from 'vitest'
import { monthsOf, stretchesOf, type Holiday } from './year'

const days: Holiday[] = [
  { date: '2026-10-02', kind: 'off', name: '国庆节' },
  { date: '2026-10-01', kind: 'off', name: '国庆节' },
  { date: '2026-09-20', kind: 'work', name: '国庆节' },
  { date: '2026-01-01', kind: 'off', name: '元旦' },
]

test('months begin on their weekday and know their holidays', () => {
  const months = monthsOf(2026, days)
  expect(months).toHaveLength(12)
  const october = months[9]?.weeks ?? []
  expect(october[0]?.map((day) => day?.day)).toEqual([undefined, undefined, undefined, 1, 2, 3, 4])
  expect(october[0]?.[3]?.holiday?.name).toBe('国庆节')
  expect(october.flat().filter((day) => day !== undefined)).toHaveLength(31)
  expect(months[8]?.weeks.flat().find((day) => day?.day === 20)).toMatchObject({ weekend: true, holiday: { kind: 'work' } })
  expect(monthsOf(2028, [])[1]?.weeks.flat().filter((day) => day !== undefined)).toHaveLength(29)
})

test('days off in a row are one holiday, with the days that are worked for it', () => {
  expect(stretchesOf(days)).toEqual([
    { name: '元旦', from: '2026-01-01', to: '2026-01-01', days: 1, madeUp: [] },
    { name: '国庆节', from: '2026-10-01', to: '2026-10-02', days: 2, madeUp: ['2026-09-20'] },
  ])
})
