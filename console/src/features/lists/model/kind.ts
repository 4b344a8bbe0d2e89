import type { Both } from '@/shared/text/i18n'

/** The four kinds of lists, by what being on one means. */
export const listKinds = ['black', 'allow', 'vip', 'grey'] as const
export type ListKind = (typeof listKinds)[number]

interface Look extends Both {
  readonly tone: 'danger' | 'success' | 'warning' | 'info'
}

const looks: Readonly<Record<string, Look>> = {
  black: { zh: '黑名单', en: 'Blacklist', tone: 'danger' },
  allow: { zh: '仅允许', en: 'Allow only', tone: 'success' },
  vip: { zh: '贵宾', en: 'VIP', tone: 'warning' },
  grey: { zh: '灰名单', en: 'Grey list', tone: 'info' },
}

export function lookOf(kind: string | undefined): Look {
  return looks[kind ?? ''] ?? { zh: kind ?? '', en: kind ?? '', tone: 'info' }
}
