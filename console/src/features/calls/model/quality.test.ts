import { expect, it } from 'vitest'
import { causes, verdict } from './quality'

it('says in a word how good the audio was', () => {
  expect([4.4, 3.7, 2.5, undefined].map((mos) => verdict(mos).tone)).toEqual(['success', 'warning', 'danger', 'info'])
})

it('names what may have spoilt it, and nothing where all was well', () => {
  expect(causes({ mos: 4.3, lossRatio: 0.02, packets: 100 })).toEqual([])
  expect(causes({ mos: 2.5, lossRatio: 0.1, jitterMs: 45, late: 0, packets: 1000 }).map((one) => one.en)).toEqual([
    'packets were lost: words break off',
    'much jitter: the voice comes unevenly',
  ])
})
