import { describe, expect, it } from 'vitest'
import { decimal, micro, percent, sum, toPayIn } from './amounts'

describe('amounts', () => {
  it('are exact to the micro-yuan, and come back as they were', () => {
    expect(micro('-12.5')).toBe(-12_500_000n)
    expect(decimal(micro('0.000001'))).toBe('0.000001')
    expect(decimal(micro('1280'))).toBe('1280.00')
    expect(decimal(micro('-0.3'))).toBe('-0.30')
  })

  it('add up without the errors of floating-point numbers', () => {
    expect(sum(['0.1', '0.2', '-0.05'])).toBe('0.25')
  })

  it('say what is to be paid in: what is missing in whole fen, and no less than may be paid in', () => {
    expect(toPayIn('268.40', '20.00', '100.00')).toBe('248.40')
    expect(toPayIn('268.400001', '-20.00', '100.00')).toBe('268.41')
    expect(toPayIn('60.00', '0.00', '100.00')).toBe('100.00')
  })

  it('are shares of another one, never beyond it', () => {
    expect(percent('25.00', '200.00')).toBe(12.5)
    expect(percent('300.00', '200.00')).toBe(100)
    expect(percent('1.00', '0.00')).toBe(0)
  })
})
