import type { Body } from '@/shared/api/client'
import type { Both } from '@/shared/text/i18n'

interface Look extends Both {
  readonly tone: 'success' | 'warning' | 'info'
}

const looks: Readonly<Record<string, Look>> = {
  registered: { zh: '在线', en: 'registered', tone: 'success' },
  unregistered: { zh: '离线', en: 'not registered', tone: 'warning' },
  disabled: { zh: '已停用', en: 'switched off', tone: 'info' },
}

export function registrationLook(state: string | undefined): Look {
  return looks[state ?? ''] ?? { zh: state ?? '', en: state ?? '', tone: 'info' }
}

/** How many phones are in each state. */
export function countOf(phones: readonly Body<'PhoneBody'>[], state: string): number {
  return phones.filter((phone) => phone.registration?.state === state).length
}

/** The next extension that nobody has, from 8001 on. */
export function freeExtension(phones: readonly Body<'PhoneBody'>[]): string {
  const taken = new Set(phones.map((phone) => phone.extension))
  for (let next = 8001; next < 9000; next++) {
    if (!taken.has(String(next))) {
      return String(next)
    }
  }
  return ''
}
