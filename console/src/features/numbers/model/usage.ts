import type { Body } from '@/shared/api/client'

/** What came in during a month, counted from its records. */
export interface Month {
  readonly calls: number
  readonly talked: number
  readonly talkSeconds: number
  /** Whether there are more than were counted. */
  readonly more: boolean
}

export function monthOf(page: Body<'PageCallBody'>): Month {
  const talked = page.items.filter((call) => call.talkSeconds > 0)
  return { calls: page.items.length, talked: talked.length, talkSeconds: talked.reduce((sum, call) => sum + call.talkSeconds, 0), more: page.next !== undefined }
}

/** The first instant of the month in China that a moment is in: always eight hours ahead of UTC. */
export function beginOfMonth(now: Date): Date {
  const there = new Date(now.getTime() + 8 * 3_600_000)
  return new Date(Date.UTC(there.getUTCFullYear(), there.getUTCMonth(), 1) - 8 * 3_600_000)
}

/** How much of a limit is used, in whole percent. */
export function share(now: number, most: number | undefined): number | undefined {
  return most === undefined || most <= 0 ? undefined : Math.min(100, Math.round((now / most) * 100))
}
