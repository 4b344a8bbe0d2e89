import type { Body } from '@/shared/api/client'

type Tone = 'success' | 'warning' | 'danger' | 'info' | 'primary'

/** How a state looks, and how far it has come: the stations are handed in, paid, reviewed, in service, live. */
export interface Standing {
  readonly tone: Tone
  /** Stations that are done; the next one is under way. */
  readonly done: number
}

export const stations = ['handedIn', 'paid', 'reviewed', 'inService', 'live'] as const
export type Station = (typeof stations)[number]

const standings: Readonly<Record<string, Standing>> = {
  draft: { tone: 'info', done: 0 },
  submitted: { tone: 'warning', done: 1 },
  paid: { tone: 'primary', done: 2 },
  'in-review': { tone: 'primary', done: 2 },
  'correction-asked': { tone: 'warning', done: 2 },
  approved: { tone: 'success', done: 3 },
  provisioned: { tone: 'success', done: 4 },
  live: { tone: 'success', done: 5 },
  rejected: { tone: 'danger', done: 0 },
  withdrawn: { tone: 'info', done: 0 },
  lapsed: { tone: 'danger', done: 0 },
}

export function standing(state: string): Standing {
  return standings[state] ?? { tone: 'info', done: 0 }
}

/** What ended without a number. */
export function isOver(state: string): boolean {
  return state === 'rejected' || state === 'withdrawn' || state === 'lapsed'
}

/** Whether it may still be taken back. */
export function isWithdrawable(state: string): boolean {
  return !isOver(state) && state !== 'provisioned' && state !== 'live'
}

/** Whether something may happen to it without the applicant. */
export function isMoving(state: string): boolean {
  return !isOver(state) && state !== 'live' && state !== 'draft'
}

/** The stations in their order: with payment after the review the two change places. */
export function way(payment: string): readonly Station[] {
  return payment === 'after-review' ? ['handedIn', 'reviewed', 'paid', 'inService', 'live'] : stations
}

/** How many stations of its way an application has behind it. */
export function behind(one: Pick<Body<'ApplicationBody'>, 'state' | 'payment' | 'paidAt'>): number {
  const after = one.payment === 'after-review'
  switch (one.state) {
    case 'in-review':
    case 'correction-asked':
      return after ? 1 : 2
    case 'approved':
      return after && one.paidAt === undefined ? 2 : 3
    default:
      return standing(one.state).done
  }
}

/** What comes next, as the key of its words. */
export function next(one: Pick<Body<'ApplicationBody'>, 'state' | 'payment' | 'paidAt'>): string {
  const after = one.payment === 'after-review'
  if (one.state === 'submitted') {
    return after ? 'waiting' : 'pay'
  }
  if (one.state === 'approved') {
    return after && one.paidAt === undefined ? 'pay' : 'provisioning'
  }
  return one.state === 'paid' ? 'waiting' : one.state
}
