import { expect, it } from 'vitest'
import { peaks } from './waveform'

it('keeps the loudest sample of each stretch, whatever its sign', () => {
  expect(peaks(Float32Array.from([0, 0.25, -0.5, 0.125]), 2)).toEqual([0.25, 0.5])
})

it('draws silence where there are fewer samples than stretches', () => {
  expect(peaks(new Float32Array(0), 3)).toEqual([0, 0, 0])
})
