import type { Body } from '@/shared/api/client'

export type Reason = Body<'ReviewReason'>
export type Order = Body<'FindingOrder'>

/** What the reviewer has found wrong so far, by field or paper. */
export interface Draft {
  readonly reason: string
  readonly words: string
}

/** Whether a reason can be about something: a field, a paper, or a group by its prefix and a star. */
export function fits(about: readonly string[], subject: string): boolean {
  return about.some((one) => one === subject || (one.endsWith('*') && subject.startsWith(one.slice(0, -1))))
}

export function reasonsFor(reasons: readonly Reason[], subject: string): Reason[] {
  return reasons.filter((reason) => fits(reason.about, subject))
}

/** The drafts as the API takes them, and the subjects that still lack a reason or the words it needs. */
export function orders(drafts: ReadonlyMap<string, Draft>, reasons: readonly Reason[]): { findings: Order[]; unfinished: string[] } {
  const findings: Order[] = []
  const unfinished: string[] = []
  for (const [subject, { reason, words }] of drafts) {
    const known = reasons.find((one) => one.code === reason)
    const said = words.trim()
    if (known === undefined || (known.ownWords && said === '')) {
      unfinished.push(subject)
    } else {
      findings.push({ subject, reason, ...(said === '' ? {} : { words: { zh: said } }) })
    }
  }
  return { findings, unfinished }
}
