import type { Both } from '@/shared/text/i18n'

/** What one can be told of, by its code; `test` is sent on demand. */
const kinds: Readonly<Record<string, Both>> = {
  'call.missed': { zh: '未接来电', en: 'A call was missed' },
  'call.voicemail': { zh: '收到留言', en: 'A message was left' },
  'call.survey': { zh: '收到评价', en: 'A survey was answered' },
  'call.ended': { zh: '通话结束', en: 'A call ended' },
  'limit.reached': { zh: '达到上限', en: 'A limit was reached' },
  'subscription.disabled': { zh: '订阅被停用', en: 'A subscription was switched off' },
  test: { zh: '测试事件', en: 'Test event' },
}

export const subscribable: readonly string[] = Object.keys(kinds).filter((code) => code !== 'test')

/** What the platform takes where nobody names any. */
export const usual: readonly string[] = subscribable.filter((code) => code !== 'call.ended')

export function kindWords(code: string): Both {
  return kinds[code] ?? { zh: code, en: code }
}

export const channels = ['webhook', 'mail', 'sms'] as const
export type Channel = (typeof channels)[number]

interface Look extends Both {
  readonly tone: 'success' | 'warning' | 'danger' | 'info'
}

const states: Readonly<Record<string, Look>> = {
  active: { zh: '启用', en: 'active', tone: 'success' },
  paused: { zh: '暂停', en: 'paused', tone: 'info' },
  disabled: { zh: '已被停用', en: 'switched off', tone: 'danger' },
  pending: { zh: '投递中', en: 'on its way', tone: 'warning' },
  delivered: { zh: '已送达', en: 'delivered', tone: 'success' },
  dead: { zh: '投递失败', en: 'failed', tone: 'danger' },
}

export function stateLook(code: string | undefined): Look {
  return states[code ?? ''] ?? { zh: code ?? '', en: code ?? '', tone: 'info' }
}
