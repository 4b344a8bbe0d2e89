import { expect, it } from 'vitest'
import { anything, exportPath, fromAddress, parameters, toAddress } from './filters'

it('reads the address back that it wrote', () => {
  const filters = { ...anything, number: '4008888888', from: '2026-11-27 00:00:00', recorded: true }
  expect(fromAddress(toAddress(filters))).toEqual(filters)
  expect(toAddress(anything)).toEqual({})
})

it('takes no nonsense from the address', () => {
  expect(fromAddress({ from: 'yesterday', number: ['1', '2'] })).toEqual(anything)
  for (const never of ['2026-99-99 00:00:00', '2026-02-30 00:00:00', '2026-11-27 25:00:00']) {
    expect(fromAddress({ from: never, to: never })).toEqual(anything)
  }
})

it('asks by the clock of China', () => {
  expect(parameters({ ...anything, from: '2026-11-27 00:00:00' })).toEqual({ from: '2026-11-26T16:00:00.000Z' })
})

it('exports what is listed', () => {
  expect(exportPath({ ...anything, result: 'busy', caller: ' 13800000001 ' })).toBe('/api/v1/calls/export?caller=13800000001&endReason=busy')
})
