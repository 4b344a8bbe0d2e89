import { expect, it } from 'vitest'
import { draftOf, local, orderOf } from './promotion'

it('writes a promotion back as it was read', () => {
  const one = { id: 'a', name: { zh: '八折', en: '20 % off' }, discount: { percentOff: 20 }, begin: '2026-11-10T16:00:00.000Z', end: '2026-11-11T16:00:00.000Z', quota: 5, quotaPerTenant: 1, used: 0, running: false, query: { class: ['special'], tail: '88', without: '4' } }
  expect(orderOf(draftOf(one), one)).toEqual({ name: one.name, discount: one.discount, begin: one.begin, end: one.end, quota: 5, quotaPerTenant: 1, query: one.query })
})

it('tells times in Shanghai', () => {
  expect(local('2026-11-10T16:00:00Z')).toBe('2026-11-11T00:00')
})
