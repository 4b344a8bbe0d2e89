import type { Body } from '@/shared/api/client'
import type { Both } from '@/shared/text/i18n'

export type LiveCall = Body<'LiveBody'>
export type Board = Body<'BoardBody'>

type Tone = 'primary' | 'success' | 'warning' | 'info'

export interface State extends Both {
  readonly zh: string
  readonly en: string
  readonly tone: Tone
}

/** The states of a call that goes on, in the order in which most go through them. */
export const states: Readonly<Record<string, State>> = {
  started: { zh: '刚接入', en: 'arriving', tone: 'info' },
  'in-plan': { zh: '语音导航', en: 'in the menu', tone: 'info' },
  ringing: { zh: '振铃中', en: 'ringing', tone: 'warning' },
  talking: { zh: '通话中', en: 'talking', tone: 'success' },
  'leaving-message': { zh: '留言中', en: 'leaving a message', tone: 'primary' },
}

export function stateOf(code: string): State {
  return states[code] ?? { zh: code, en: code, tone: 'info' }
}

/** The same board from a bare list of calls. */
export function boardOf(calls: readonly LiveCall[]): Board {
  const counts = new Map<string, { number: string; state: string; calls: number }>()
  for (const { number, state } of calls) {
    const key = `${number} ${state}`
    const count = counts.get(key) ?? { number, state, calls: 0 }
    counts.set(key, { ...count, calls: count.calls + 1 })
  }
  return { total: calls.length, counts: [...counts.values()], calls: [...calls] }
}

/** A number with how many of its calls are in each state. */
export interface Row {
  readonly number: string
  readonly total: number
  readonly byState: Readonly<Record<string, number>>
}

/** The busiest number first. */
export function rows(board: Board): Row[] {
  const byNumber = new Map<string, Record<string, number>>()
  for (const { number, state, calls } of board.counts) {
    const row = byNumber.get(number) ?? {}
    row[state] = (row[state] ?? 0) + calls
    byNumber.set(number, row)
  }
  return [...byNumber]
    .map(([number, byState]) => ({ number, byState, total: Object.values(byState).reduce((sum, calls) => sum + calls, 0) }))
    .sort((one, other) => other.total - one.total || one.number.localeCompare(other.number))
}

export function inState(board: Board, state: string): number {
  return board.counts.filter((count) => count.state === state).reduce((sum, count) => sum + count.calls, 0)
}
