import type { LocationQuery } from 'vue-router'

/** What to list, as the page's address says it too. */
export interface Filters {
  /** `2026-11-27 00:00:00`, by the clock of China; empty: without bound. */
  readonly from: string
  readonly to: string
  readonly number: string
  readonly caller: string
  readonly result: string
  readonly recorded: boolean
}

export const anything: Filters = { from: '', to: '', number: '', caller: '', result: '', recorded: false }

const MOMENT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}$/
const CHINA_MS = 8 * 3_600_000

/** Whether there is such a time: neither a 99th month nor a 30th of February, which browsers would take for the 2nd of March. */
function isMoment(text: string): boolean {
  const at = MOMENT.test(text) ? Date.parse(`${text.replace(' ', 'T')}+08:00`) : Number.NaN
  return !Number.isNaN(at) && new Date(at + CHINA_MS).toISOString().slice(0, 19) === text.replace(' ', 'T')
}

function one(query: LocationQuery, name: string): string {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

export function fromAddress(query: LocationQuery): Filters {
  const moment = (name: string): string => (isMoment(one(query, name)) ? one(query, name) : '')
  return {
    from: moment('from'),
    to: moment('to'),
    number: one(query, 'number'),
    caller: one(query, 'caller'),
    result: one(query, 'result'),
    recorded: one(query, 'recorded') === 'true',
  }
}

export function toAddress(filters: Filters): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).flatMap(([name, value]) => (value === '' || value === false ? [] : [[name, String(value)]])))
}

/** The same as the API asks for it. */
export interface Parameters {
  from?: string
  to?: string
  number?: string
  caller?: string
  endReason?: string
  recorded?: boolean
}

function instant(moment: string): string {
  return new Date(`${moment.replace(' ', 'T')}+08:00`).toISOString()
}

export function parameters(filters: Filters): Parameters {
  return {
    ...(filters.from === '' ? {} : { from: instant(filters.from) }),
    ...(filters.to === '' ? {} : { to: instant(filters.to) }),
    ...(filters.number === '' ? {} : { number: filters.number }),
    ...(filters.caller.trim() === '' ? {} : { caller: filters.caller.trim() }),
    ...(filters.result === '' ? {} : { endReason: filters.result }),
    ...(filters.recorded ? { recorded: true } : {}),
  }
}

export function exportPath(filters: Filters): string {
  const query = new URLSearchParams(Object.entries(parameters(filters)).map(([name, value]) => [name, String(value)]))
  return `/api/v1/calls/export?${query.toString()}`
}
