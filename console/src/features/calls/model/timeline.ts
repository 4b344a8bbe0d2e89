import type { Body } from '@/shared/api/client'

type Call = Body<'CallBody'>
type Kind = 'waiting' | 'platform' | 'ringing' | 'talking' | 'failed'

/** A stretch of a lane, in seconds from the call's beginning. */
export interface Span {
  readonly from: number
  readonly until: number
  readonly kind: Kind
}

/** What one party did while the call lasted. */
export interface Lane {
  /** `caller`, or a target's name. */
  readonly name: string
  readonly spans: readonly Span[]
}

export interface TimeLine {
  readonly seconds: number
  readonly lanes: readonly Lane[]
}

/** The caller above, then each target in the order in which they were called. */
export function timeLine(call: Call): TimeLine {
  const start = Date.parse(call.startedAt)
  const at = (iso: string): number => (Date.parse(iso) - start) / 1000
  const end = at(call.endedAt)
  const talks = call.talks.map((talk) => ({ target: talk.target, from: at(talk.from), until: at(talk.until) }))
  const answered = call.platformAnsweredAt === undefined ? undefined : at(call.platformAnsweredAt)
  const callers: Span[] = [
    { from: 0, until: answered ?? end, kind: 'waiting' },
    ...(answered === undefined ? [] : [{ from: answered, until: end, kind: 'platform' as const }]),
    ...talks.map(({ from, until }) => ({ from, until, kind: 'talking' as const })),
  ]
  const targets = new Map<string, Span[]>()
  for (const attempt of call.attempts) {
    const spans = targets.get(attempt.target) ?? []
    spans.push({ from: at(attempt.dialledAt), until: at(attempt.endedAt), kind: attempt.result === 'reached' ? 'ringing' : 'failed' })
    targets.set(attempt.target, spans)
  }
  for (const { target, from, until } of talks) {
    targets.set(target, [...(targets.get(target) ?? []), { from, until, kind: 'talking' }])
  }
  return {
    seconds: Math.max(end, 0.001),
    lanes: [{ name: 'caller', spans: real(callers) }, ...[...targets].map(([name, spans]) => ({ name, spans: real(spans) }))],
  }
}

function real(spans: readonly Span[]): Span[] {
  return spans.filter((span) => span.until >= span.from)
}

/** Moments to mark below: few, at round distances. */
export function ticks(seconds: number): number[] {
  const step = [1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1800, 3600].find((one) => seconds / one <= 8) ?? 7200
  return Array.from({ length: Math.floor(seconds / step) + 1 }, (_, index) => index * step)
}
