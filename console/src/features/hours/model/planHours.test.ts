import { expect, test } from 'vitest'
import { hoursOf, runsOf } from './planHours'

test('the hours of each schedule are read, and whatever is no plan has none', () => {
  const plan = { start: 'a', steps: { a: { type: 'schedule', holidays: 'closed', periods: [{ days: ['mon', 'fri'], from: '09:00', to: '18:00' }] }, b: { type: 'voicemail' }, c: { type: 'schedule', closedToday: false, periods: [{ from: '00:00', to: '24:00' }], dates: [{}, {}] } } }
  const [a, c, ...more] = hoursOf(plan)
  expect(more).toEqual([])
  expect(a).toEqual({ step: 'a', periods: [{ days: ['mon', 'fri'], from: '09:00', to: '18:00' }], holidaysClosed: true, heedsClosure: true, dates: 0 })
  expect(c?.periods[0]?.days).toHaveLength(7)
  expect(c?.heedsClosure).toBe(false)
  expect(c?.dates).toBe(2)
  expect(hoursOf('no plan')).toEqual([])
})

test('days that follow each other are told as one', () => {
  expect(runsOf(['fri', 'mon', 'tue', 'wed', 'sun'])).toEqual([['mon', 'wed'], ['fri', 'fri'], ['sun', 'sun']])
})
