import type { Body } from '@/shared/api/client'

/** What a call's record is joined with, by name, from its owners: the description of the API does not know it. */
export interface Recording {
  readonly id: string
  /** `conversation` or `voicemail` */
  readonly kind: string
  readonly state: string
  readonly startedAt: string
  readonly lengthMs: number
  readonly deleteAfter: string
  readonly audio: string
}

export interface ChargeLine {
  readonly component: string
  readonly target: string
  readonly seconds: number
  readonly charged: number
  readonly covered: number
  /** Decimal yuan. */
  readonly amount: string
  readonly chinese: string
  readonly english: string
}

export interface Charges {
  readonly lines: readonly ChargeLine[]
  readonly billedSeconds: number
  readonly callersLocalFeePerMinute: string
}

type Joined = Body<'CallBody'> & { readonly recordings?: readonly Recording[]; readonly charges?: Charges }

/** Those that are still there. */
export function recordingsOf(call: Body<'CallBody'>): readonly Recording[] {
  return ((call as Joined).recordings ?? []).filter((one) => one.state !== 'deleted')
}

export function chargesOf(call: Body<'CallBody'>): Charges | undefined {
  return (call as Joined).charges
}
