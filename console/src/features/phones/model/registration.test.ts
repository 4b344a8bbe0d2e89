import { expect, test } from 'vitest'
import { countOf, freeExtension } from './registration'

test('the next free extension is found, and phones are counted by state', () => {
  const phones = [{ extension: '8001', registration: { state: 'registered', contacts: [] } }, { extension: '8003' }]
  expect(freeExtension(phones)).toBe('8002')
  expect(freeExtension([])).toBe('8001')
  expect(countOf(phones, 'registered')).toBe(1)
})
