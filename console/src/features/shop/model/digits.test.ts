import { describe, expect, it } from 'vitest'
import { pieces } from './digits'

const drawn = (number: string, findings: { start: number; length: number }[]) =>
  pieces(number, findings).map((piece) => `${piece.text}${piece.finding === undefined ? '' : `/${piece.finding}`}`)

describe('the digits of a number', () => {
  it('are in one piece behind 400 where nothing was found', () => {
    expect(drawn('4001234567', [])).toEqual(['400', '1234567'])
  })

  it('are cut where a finding begins and ends', () => {
    expect(drawn('4006688888', [{ start: 5, length: 5 }])).toEqual(['400', '66', '88888/0'])
  })

  it('belong to the first finding where two overlap', () => {
    const findings = [
      { start: 5, length: 5 },
      { start: 3, length: 4 },
    ]
    expect(drawn('4006688888', findings)).toEqual(['400', '66/1', '88888/0'])
  })

  it('never join across the 400', () => {
    expect(drawn('4000000000', [{ start: 0, length: 10 }])).toEqual(['400/0', '0000000/0'])
  })
})
