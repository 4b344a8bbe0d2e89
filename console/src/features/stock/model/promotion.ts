import type { Body } from '@/shared/api/client'

export type Promotion = Body<'PromotionBody'>

/** A promotion as its form holds it. Times are of `<input type="datetime-local">`, in Shanghai. */
export interface Draft {
  zh: string
  en: string
  how: 'percent' | 'fixed'
  percentOff: number
  fixedFee: string
  begin: string
  end: string
  quota: number
  quotaPerTenant: number
  classes: string[]
  carriers: string[]
  mask: string
  without: string
}

const SHANGHAI_MS = 8 * 3_600_000

/** `2026-11-27T20:00` for an instant. */
export function local(instant: string | undefined): string {
  return instant === undefined ? '' : new Date(new Date(instant).getTime() + SHANGHAI_MS).toISOString().slice(0, 16)
}

function instant(written: string): string {
  return new Date(`${written}:00+08:00`).toISOString()
}

export function draftOf(one: Promotion | undefined): Draft {
  return {
    zh: one?.name.zh ?? '',
    en: one?.name.en ?? '',
    how: one?.discount.fixedFee === undefined ? 'percent' : 'fixed',
    percentOff: one?.discount.percentOff ?? 20,
    fixedFee: one?.discount.fixedFee ?? '',
    begin: local(one?.begin),
    end: local(one?.end),
    quota: one?.quota ?? 0,
    quotaPerTenant: one?.quotaPerTenant ?? 0,
    classes: [...(one?.query.class ?? [])],
    carriers: [...(one?.query.carrier ?? [])],
    mask: one?.query.mask ?? '',
    without: one?.query.without ?? '',
  }
}

/** What the form says; conditions that it does not show stay as they were. */
export function orderOf(draft: Draft, before: Promotion | undefined): Body<'PromotionOrderBody'> {
  const { mask: _mask, without: _without, class: _class, carrier: _carrier, ...kept } = before?.query ?? {}
  return {
    name: { zh: draft.zh, en: draft.en },
    discount: draft.how === 'percent' ? { percentOff: draft.percentOff } : { fixedFee: draft.fixedFee.trim() },
    ...(draft.begin === '' ? {} : { begin: instant(draft.begin) }),
    ...(draft.end === '' ? {} : { end: instant(draft.end) }),
    quota: draft.quota,
    quotaPerTenant: draft.quotaPerTenant,
    query: {
      ...kept,
      ...(draft.classes.length === 0 ? {} : { class: draft.classes }),
      ...(draft.carriers.length === 0 ? {} : { carrier: draft.carriers }),
      ...(draft.mask.trim() === '' ? {} : { mask: draft.mask.trim() }),
      ...(draft.without.trim() === '' ? {} : { without: draft.without.trim() }),
    },
  }
}

export function state(one: Promotion, now: number): 'running' | 'waiting' | 'ended' {
  return one.running ? 'running' : one.ended === undefined && new Date(one.begin).getTime() > now ? 'waiting' : 'ended'
}
