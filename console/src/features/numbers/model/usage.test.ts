import { expect, test } from 'vitest'
import { beginOfMonth, monthOf, share } from './usage'

test('a month begins at midnight in China', () => {
  expect(beginOfMonth(new Date('2026-11-30T17:00:00Z')).toISOString()).toBe('2026-11-30T16:00:00.000Z')
  expect(beginOfMonth(new Date('2026-11-30T15:59:59Z')).toISOString()).toBe('2026-10-31T16:00:00.000Z')
})

test('calls with a talk are counted apart, and a further page is told', () => {
  const items = [{ talkSeconds: 90 }, { talkSeconds: 0 }] as never
  expect(monthOf({ items, next: 'x' })).toEqual({ calls: 2, talked: 1, talkSeconds: 90, more: true })
})

test('a share is of a limit that there is', () => {
  expect(share(5, 20)).toBe(25)
  expect(share(30, 20)).toBe(100)
  expect(share(5, undefined)).toBeUndefined()
})
