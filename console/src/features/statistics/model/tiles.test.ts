import { expect, it } from 'vitest'
import { tiles } from './tiles'

it('has each of the 34 provinces once, and none upon another', () => {
  expect(new Set(tiles.map((tile) => tile.province)).size).toBe(34)
  expect(new Set(tiles.map((tile) => `${tile.row}/${tile.column}`)).size).toBe(34)
})
