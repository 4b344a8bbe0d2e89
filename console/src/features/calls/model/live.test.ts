import { expect, it } from 'vitest'
import { boardOf, inState, rows, type LiveCall } from './live'

function call(number: string, state: string): LiveCall {
  return {
    id: Math.random().toString(),
    tenant: 't',
    number,
    state,
    since: '2026-11-27T12:00:00Z',
    target: '',
    caller: { kind: 'mobile', normalised: '13812345678', raw: '13812345678' },
  }
}

it('counts calls by number and state, the busiest number first', () => {
  const board = boardOf([call('4001', 'ringing'), call('4002', 'talking'), call('4002', 'talking'), call('4002', 'in-plan')])
  expect(board.total).toBe(4)
  expect(rows(board)).toEqual([
    { number: '4002', total: 3, byState: { talking: 2, 'in-plan': 1 } },
    { number: '4001', total: 1, byState: { ringing: 1 } },
  ])
  expect(inState(board, 'talking')).toBe(2)
  expect(inState(board, 'leaving-message')).toBe(0)
})
