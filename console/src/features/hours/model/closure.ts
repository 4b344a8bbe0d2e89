/** How long a number is to stay closed. */
export type Until = 'today' | 'moment' | 'opened'

interface Order {
  note?: string
  until?: string
  untilSwitchedOff?: boolean
}

/** What is sent to close a number: the platform's own default is the end of today. */
export function closeOrder(until: Until, moment: Date | undefined, note: string): Order {
  return {
    ...(note.trim() === '' ? {} : { note: note.trim() }),
    ...(until === 'moment' && moment !== undefined ? { until: moment.toISOString() } : {}),
    ...(until === 'opened' ? { untilSwitchedOff: true } : {}),
  }
}
