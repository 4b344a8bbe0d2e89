import type { Body } from '@/shared/api/client'

/** What the page's filters hold: blank where they ask nothing. */
export interface Filters {
  tenant: string
  from: string
  to: string
  action: string
  subject: string
}

/** A time of `<input type="datetime-local">`, which is Shanghai's here, as an instant. */
export function instant(local: string): string {
  return new Date(`${local.length === 16 ? `${local}:00` : local}+08:00`).toISOString()
}

export function asked(filters: Filters): Body<'AuditAsked'> {
  return {
    ...(filters.tenant === '' ? {} : { tenant: filters.tenant }),
    ...(filters.from === '' ? {} : { from: instant(filters.from) }),
    ...(filters.to === '' ? {} : { to: instant(filters.to) }),
    ...(filters.action.trim() === '' ? {} : { action: filters.action.trim() }),
    ...(filters.subject.trim() === '' ? {} : { subject: filters.subject.trim() }),
  }
}

/** The filters are single parameters, though the description tells of one object. */
export const flat = { object: { style: 'form', explode: true } } as const
