/** The weekly hours that a live plan keeps, read from its schedules. */
export interface Hours {
  /** Name of the step. */
  readonly step: string
  readonly periods: readonly Period[]
  /** Whether official days off close it. */
  readonly holidaysClosed: boolean
  /** Whether "closed today" closes it. */
  readonly heedsClosure: boolean
  /** Days that have hours of their own. */
  readonly dates: number
}

export interface Period {
  readonly days: readonly string[]
  readonly from: string
  readonly to: string
}

export const week = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function periodOf(value: unknown): Period | undefined {
  if (!isObject(value) || typeof value.from !== 'string' || typeof value.to !== 'string') {
    return undefined
  }
  const days = Array.isArray(value.days) ? value.days.filter((day): day is string => typeof day === 'string') : []
  return { days: days.length === 0 ? week : days, from: value.from, to: value.to }
}

/** In the order in which the document has them; what is no plan has none. */
export function hoursOf(plan: unknown): Hours[] {
  const steps = isObject(plan) && isObject(plan.steps) ? Object.entries(plan.steps) : []
  return steps.flatMap(([step, body]) => {
    if (!isObject(body) || (body.type !== 'schedule' && body.type !== 'hours')) {
      return []
    }
    const periods = Array.isArray(body.periods) ? body.periods.map(periodOf).filter((one) => one !== undefined) : []
    return [{ step, periods, holidaysClosed: body.holidays === 'closed', heedsClosure: body.closedToday !== false, dates: Array.isArray(body.dates) ? body.dates.length : 0 }]
  })
}

/** `mon`–`fri` where days follow each other, else each by itself. */
export function runsOf(days: readonly string[]): (readonly [string, string])[] {
  const places = week.flatMap((day, place) => (days.includes(day) ? [place] : []))
  const runs: [number, number][] = []
  for (const place of places) {
    const last = runs.at(-1)
    if (last !== undefined && last[1] === place - 1) {
      last[1] = place
    } else {
      runs.push([place, place])
    }
  }
  return runs.map(([from, to]) => [week[from] ?? '', week[to] ?? ''] as const)
}
