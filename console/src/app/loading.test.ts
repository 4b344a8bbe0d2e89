import { expect, it } from 'vitest'
import { mayReload } from './loading'

it('loads all anew once, and not again for a minute', () => {
  const kept = new Map<string, string>()
  const store = { getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value) }
  expect(mayReload(store, 1_000)).toBe(true)
  expect(mayReload(store, 2_000)).toBe(false)
  expect(mayReload(store, 60_999)).toBe(false)
  expect(mayReload(store, 61_000)).toBe(true)
})
