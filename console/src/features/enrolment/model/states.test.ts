import { describe, expect, it } from 'vitest'
import { behind, next, way } from './states'

const before = { payment: 'before-review' }
const after = { payment: 'after-review' }

describe('an application', () => {
  it('is paid before it is reviewed', () => {
    expect(next({ ...before, state: 'submitted' })).toBe('pay')
    expect(behind({ ...before, state: 'submitted' })).toBe(1)
    expect(next({ ...before, state: 'paid' })).toBe('waiting')
    expect(next({ ...before, state: 'approved', paidAt: '2026-11-27T00:00:00Z' })).toBe('provisioning')
    expect(behind({ ...before, state: 'approved' })).toBe(3)
  })

  it('is paid after its review where the operator wants it so', () => {
    expect(way('after-review').indexOf('paid')).toBe(2)
    expect(next({ ...after, state: 'submitted' })).toBe('waiting')
    expect(behind({ ...after, state: 'in-review' })).toBe(1)
    expect(next({ ...after, state: 'approved' })).toBe('pay')
    expect(behind({ ...after, state: 'approved' })).toBe(2)
    expect(behind({ ...after, state: 'approved', paidAt: '2026-11-27T00:00:00Z' })).toBe(3)
  })
})
