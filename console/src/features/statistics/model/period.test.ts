import { expect, it } from 'vitest'
import { before, fromAddress, isCountable, periodOf, toAddress } from './period'

it('names periods that end today, half-open', () => {
  expect(periodOf('today', '2026-03-01')).toEqual({ from: '2026-03-01', to: '2026-03-02' })
  expect(periodOf('7', '2026-03-01')).toEqual({ from: '2026-02-23', to: '2026-03-02' })
  expect(periodOf('month', '2026-02-28')).toEqual({ from: '2026-02-01', to: '2026-03-01' })
})

it('knows the period before', () => {
  expect(before({ from: '2026-03-01', to: '2026-03-08' })).toEqual({ from: '2026-02-22', to: '2026-03-01' })
})

it('asks for nothing that is not counted', () => {
  expect(isCountable({ from: '2026-03-01', to: '2026-03-01' })).toBe(false)
  expect(isCountable({ from: '2025-01-01', to: '2026-03-01' })).toBe(false)
  expect(isCountable({ from: 'soon', to: 'later' })).toBe(false)
})

it('reads the address back that it wrote', () => {
  const own = { preset: 'own', period: { from: '2026-01-01', to: '2026-02-01' }, number: '4008888888' } as const
  expect(fromAddress(toAddress(own), '2026-03-01')).toEqual(own)
  expect(fromAddress({}, '2026-03-01').preset).toBe('7')
  expect(fromAddress({ period: 'own' }, '2026-03-01').period).toEqual(periodOf('7', '2026-03-01'))
})
