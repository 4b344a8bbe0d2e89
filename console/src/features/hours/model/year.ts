import type { Body } from '@/shared/api/client'

export type Holiday = Body<'YearDayBody'>

/** A day on the sheet of a month. */
export interface Day {
  readonly date: string
  readonly day: number
  readonly weekend: boolean
  readonly holiday: Holiday | undefined
}

export interface Month {
  readonly month: number
  /** Seven places each, Monday first; empty before the first and after the last. */
  readonly weeks: readonly (readonly (Day | undefined)[])[]
}

function two(value: number): string {
  return String(value).padStart(2, '0')
}

/** The twelve sheets of a year. Dates are counted in UTC, so that no zone moves them. */
export function monthsOf(year: number, holidays: readonly Holiday[]): Month[] {
  const known = new Map(holidays.map((one) => [one.date, one]))
  return Array.from({ length: 12 }, (_, index) => {
    const first = new Date(Date.UTC(year, index, 1))
    const length = new Date(Date.UTC(year, index + 1, 0)).getUTCDate()
    const before = (first.getUTCDay() + 6) % 7
    const dayAt = (place: number): Day | undefined => {
      const day = place - before + 1
      const date = `${year}-${two(index + 1)}-${two(day)}`
      return day < 1 || day > length ? undefined : { date, day, weekend: place % 7 >= 5, holiday: known.get(date) }
    }
    const rows = Math.ceil((before + length) / 7)
    return { month: index + 1, weeks: Array.from({ length: rows }, (_, row) => Array.from({ length: 7 }, (_, place) => dayAt(row * 7 + place))) }
  })
}

/** Days off that follow each other under one name: `国庆节 10-01 – 10-07`. */
export interface Stretch {
  readonly name: string
  readonly from: string
  readonly to: string
  readonly days: number
  /** Weekend days that are worked for it. */
  readonly madeUp: readonly string[]
}

function isNext(day: string, after: string): boolean {
  return Date.parse(after) - Date.parse(day) === 86_400_000
}

export function stretchesOf(holidays: readonly Holiday[]): Stretch[] {
  const off = holidays.filter((one) => one.kind === 'off').sort((a, b) => a.date.localeCompare(b.date))
  const stretches: { name: string; from: string; to: string; days: number }[] = []
  for (const { date, name } of off) {
    const last = stretches.at(-1)
    if (last !== undefined && last.name === name && isNext(last.to, date)) {
      last.to = date
      last.days++
    } else {
      stretches.push({ name, from: date, to: date, days: 1 })
    }
  }
  const worked = holidays.filter((one) => one.kind === 'work')
  return stretches.map((one) => ({ ...one, madeUp: worked.filter((day) => day.name === one.name || day.name.includes(one.name) || one.name.includes(day.name)).map((day) => day.date) }))
}
