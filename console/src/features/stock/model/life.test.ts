import { expect, it } from 'vitest'
import { digits, isHarsh, needsHolder, next, statuses } from './life'

it('leads to known states only, and nowhere from the quarantine', () => {
  expect(statuses.flatMap((one) => next(one)).filter((to) => !statuses.some((one) => one === to))).toEqual([])
  expect(next('quarantined')).toEqual([])
})

it('wants a holder for what nobody has, and asks before callers are cut off', () => {
  expect(needsHolder('available', 'active')).toBe(true)
  expect(needsHolder('active', 'suspended')).toBe(false)
  expect(isHarsh('cancelled')).toBe(true)
  expect(isHarsh('active')).toBe(false)
  expect(digits(' 400-888-1234 ')).toBe('4008881234')
})
