const ZONE = 'Asia/Shanghai'

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' })

/** `2026-11-27` in Asia/Shanghai. */
export function day(at: Date): string {
  return days.format(at)
}

/** `2026-11` */
export function month(at: Date): string {
  return day(at).slice(0, 7)
}

/** So many months later, or earlier: `2026-11`. */
export function monthsFrom(start: string, more: number): string {
  const [year = 0, one = 1] = start.split('-').map(Number)
  const months = year * 12 + one - 1 + more
  return `${String(Math.floor(months / 12)).padStart(4, '0')}-${String((((months % 12) + 12) % 12) + 1).padStart(2, '0')}`
}

/** The last months, this one first. */
export function lastMonths(now: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => monthsFrom(now, -index))
}

/** The day behind this one: `2026-12-01`. */
export function nextDay(of: string): string {
  return new Date(Date.parse(`${of}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}

export function dayBefore(of: string): string {
  return new Date(Date.parse(`${of}T00:00:00Z`) - 86_400_000).toISOString().slice(0, 10)
}

/** Of two days, how many lie between: negative when the second comes first. */
export function daysBetween(from: string, until: string): number {
  return Math.round((Date.parse(`${until}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}
