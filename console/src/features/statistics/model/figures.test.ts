import { expect, it } from 'vitest'
import { change, lengthLabel, percent, signed, strength } from './figures'

it('tells a change, and none where there was nothing', () => {
  expect(change(5, 10)).toBe(-0.5)
  expect(change(5, 0)).toBeUndefined()
  expect([signed(0.126), signed(-0.5), signed(0)]).toEqual(['+13 %', '−50 %', '±0 %'])
})

it('shows shares', () => {
  expect([percent(0.6667), percent(undefined)]).toEqual(['66.7 %', '—'])
  expect([strength(25, 100), strength(0, 0)]).toEqual([0.5, 0])
})

it('names bars in seconds, then in minutes', () => {
  expect([lengthLabel(0, 10, 's', 'min'), lengthLabel(60, 120, 's', 'min'), lengthLabel(1800, undefined, 's', 'min')]).toEqual(['0–10 s', '1–2 min', '≥ 30 min'])
})
