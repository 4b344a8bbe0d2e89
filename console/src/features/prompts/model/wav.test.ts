import { expect, it } from 'vitest'
import { mono, wav } from './wav'

it('writes one channel of 16-bit PCM with a header that says so', () => {
  const view = new DataView(wav(Float32Array.from([0, 1, -1, 2]), 16_000))
  const word = (place: number): string => String.fromCharCode(...[0, 1, 2, 3].map((index) => view.getUint8(place + index)))
  expect([word(0), word(8), word(36)]).toEqual(['RIFF', 'WAVE', 'data'])
  expect([view.getUint32(4, true), view.getUint16(22, true), view.getUint32(24, true), view.getUint16(34, true), view.getUint32(40, true)]).toEqual([44, 1, 16_000, 16, 8])
  expect([44, 46, 48, 50].map((place) => view.getInt16(place, true))).toEqual([0, 32_767, -32_767, 32_767])
})

it('mixes both channels into one', () => {
  expect([...mono([Float32Array.from([1, 0]), Float32Array.from([0, -0.5])])]).toEqual([0.5, -0.25])
})
