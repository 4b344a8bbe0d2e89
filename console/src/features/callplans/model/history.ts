/** What was, is, and would be again. */
export interface History<State> {
  readonly past: readonly State[]
  readonly now: State
  readonly future: readonly State[]
  /** What the last change was to; changes to the same one after the other are undone together, such as letters typed into a field. */
  readonly mark?: string | undefined
}

const MOST = 200

export function begin<State>(now: State): History<State> {
  return { past: [], now, future: [] }
}

export function change<State>(history: History<State>, now: State, mark?: string): History<State> {
  if (now === history.now) {
    return history
  }
  const together = mark !== undefined && mark === history.mark
  return { past: together ? history.past : [...history.past, history.now].slice(-MOST), now, future: [], mark }
}

export function undo<State>(history: History<State>): History<State> {
  const before = history.past.at(-1)
  return before === undefined ? history : { past: history.past.slice(0, -1), now: before, future: [history.now, ...history.future] }
}

export function redo<State>(history: History<State>): History<State> {
  const [after, ...future] = history.future
  return after === undefined ? history : { past: [...history.past, history.now], now: after, future }
}
