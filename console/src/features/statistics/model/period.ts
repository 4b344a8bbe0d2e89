import type { LocationQuery } from 'vue-router'
import { daysLater } from '@/shared/text/format'

/** Days of China; `to` is the one after the last. */
export interface Period {
  readonly from: string
  readonly to: string
}

export const presets = ['today', '7', '30', 'month', 'own'] as const
export type Preset = (typeof presets)[number]

/** What is asked for, as the page's address says it too. */
export interface Wanted {
  readonly preset: Preset
  readonly period: Period
  /** Empty: all. */
  readonly number: string
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const MOST_DAYS = 400

export function length(period: Period): number {
  return Math.round((Date.parse(period.to) - Date.parse(period.from)) / 86_400_000)
}

export function before(period: Period): Period {
  return { from: daysLater(period.from, -length(period)), to: period.from }
}

/** A named period that ends today. */
export function periodOf(preset: Exclude<Preset, 'own'>, today: string): Period {
  const to = daysLater(today, 1)
  switch (preset) {
    case 'today':
      return { from: today, to }
    case '7':
      return { from: daysLater(today, -6), to }
    case '30':
      return { from: daysLater(today, -29), to }
    case 'month':
      return { from: `${today.slice(0, 8)}01`, to }
  }
}

/** Whether the platform counts it. */
export function isCountable(period: Period): boolean {
  return DAY.test(period.from) && DAY.test(period.to) && length(period) >= 1 && length(period) <= MOST_DAYS
}

export function fromAddress(query: LocationQuery, today: string): Wanted {
  const text = (name: string): string => (typeof query[name] === 'string' ? query[name] : '')
  const number = text('number')
  const own = { from: text('from'), to: text('to') }
  if (isCountable(own)) {
    return { preset: 'own', period: own, number }
  }
  const preset = presets.find((one) => one !== 'own' && one === text('period')) ?? '7'
  return { preset, period: periodOf(preset === 'own' ? '7' : preset, today), number }
}

export function toAddress(wanted: Wanted): Record<string, string> {
  const period: Record<string, string> = wanted.preset === 'own' ? { ...wanted.period } : { period: wanted.preset }
  return wanted.number === '' ? period : { ...period, number: wanted.number }
}
