import { expect, it } from 'vitest'
import { warnings, type Facts } from './warnings'

const calm: Facts = { available: '100.00', monthCost: '10.00', secondsLeft: 600, contracts: 1, openBills: [], sumOpen: '0.00', today: '2026-11-27' }

it('says nothing while all is well, and nothing of minutes to whom has no contract', () => {
  expect(warnings(calm)).toEqual([])
  expect(warnings({ ...calm, available: '0.00', secondsLeft: 0, contracts: 0 })).toEqual([])
})

it('tells of a bill that is due, and louder of one that was', () => {
  const openBills = [{ open: '60.00', due: '2026-12-10' }]
  expect(warnings({ ...calm, openBills, sumOpen: '60.00' })).toEqual([{ kind: 'open', open: '60.00', bills: 1 }])
  expect(warnings({ ...calm, openBills, sumOpen: '60.00', today: '2026-12-11' })).toEqual([{ kind: 'overdue', open: '60.00', bills: 1 }])
})

it('tells when the minutes are used up, and when nothing pays for calls any more', () => {
  expect(warnings({ ...calm, secondsLeft: 0 })).toEqual([{ kind: 'minutes' }])
  expect(warnings({ ...calm, secondsLeft: 0, available: '0.00' })).toEqual([{ kind: 'empty' }])
})

it('tells when the month comes near its cap', () => {
  expect(warnings({ ...calm, costCap: '12.00' })).toEqual([{ kind: 'cost-cap', percent: 83.3 }])
})
