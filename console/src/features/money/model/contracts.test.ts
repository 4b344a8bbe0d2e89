import { expect, it } from 'vitest'
import { contractLook, spanOn, spansToCome } from './contracts'

const span = (from: string, until?: string) => ({ chinese: '基础套餐', english: 'Basic', from, ...(until === undefined ? {} : { until }), minutes: 800, number: '4006180427', rentPerMonth: '80.00', tariff: 'basic', termMonths: 12, version: 1 })
const contract = { starts: '2026-08-01', boundUntil: '2027-08-01', spans: [span('2026-08-01', '2026-12-01'), span('2026-12-01')] }

it('knows what holds on a day, the last one not included', () => {
  expect(spanOn(contract, '2026-11-30')?.from).toBe('2026-08-01')
  expect(spanOn(contract, '2026-12-01')?.from).toBe('2026-12-01')
  expect(spanOn(contract, '2026-07-31')).toBeUndefined()
  expect(spansToCome(contract, '2026-11-30')).toHaveLength(1)
})

it('says how a contract stands', () => {
  expect(contractLook(contract, '2026-11-30').en).toBe('in its term')
  expect(contractLook(contract, '2027-08-01').en).toBe('month to month')
  expect(contractLook({ ...contract, ends: '2026-12-01' }, '2026-11-30').en).toBe('ends soon')
  expect(contractLook({ ...contract, ends: '2026-12-01' }, '2026-12-01').en).toBe('ended')
  expect(contractLook(contract, '2026-07-01').en).toBe('to begin')
})
