import { expect, it } from 'vitest'
import { today } from './editions'

it('counts days in Shanghai', () => {
  expect(today(new Date('2026-11-27T16:00:00Z'))).toBe('2026-11-28')
  expect(today(new Date('2026-11-27T15:59:59Z'))).toBe('2026-11-27')
})
