import { expect, it } from 'vitest'
import { asked } from './asked'

it('asks for what is filled in, with times of Shanghai', () => {
  expect(asked({ tenant: '', from: '2026-11-27T08:00', to: '', action: ' /api ', subject: '' })).toEqual({ from: '2026-11-27T00:00:00.000Z', action: '/api' })
})
