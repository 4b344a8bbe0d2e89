import type { Both } from '@/shared/text/i18n'

/** What an API key can open, as the platform's scopes name it. */
export const nouns: Readonly<Record<string, Both>> = {
  calls: { zh: '通话记录', en: 'calls' },
  recordings: { zh: '录音', en: 'recordings' },
  'clear-numbers': { zh: '完整的来电号码', en: 'callers’ numbers in clear' },
  numbers: { zh: '号码', en: 'numbers' },
  plans: { zh: '呼叫流程', en: 'call plans' },
  prompts: { zh: '提示音', en: 'prompts' },
  lists: { zh: '名单', en: 'lists' },
  phones: { zh: '分机话机', en: 'phones' },
  holidays: { zh: '节假日', en: 'holidays' },
  regions: { zh: '归属地', en: 'regions' },
  notifications: { zh: '事件推送', en: 'webhooks' },
  applications: { zh: '开户申请', en: 'applications' },
  papers: { zh: '申请材料', en: 'papers' },
  charges: { zh: '通话费用', en: 'charges' },
  bills: { zh: '账单', en: 'bills' },
  payments: { zh: '充值', en: 'top-ups' },
  invoices: { zh: '发票', en: 'invoices' },
  contracts: { zh: '合约', en: 'contracts' },
  tariffs: { zh: '套餐', en: 'packages' },
  accounts: { zh: '成员', en: 'users' },
  'api-keys': { zh: 'API 密钥', en: 'API keys' },
  audit: { zh: '审计日志', en: 'audit trail' },
}

export type Access = 'read' | 'write'

/** The scopes of what was chosen; writing includes reading. */
export function scopesOf(chosen: Readonly<Record<string, Access | undefined>>): string[] {
  return Object.entries(chosen).flatMap(([noun, access]) => (access === undefined ? [] : [`${noun}:${access}`]))
}

/** A scope in words: `calls:read` is “通话记录（读）”. */
export function scopeWords(scope: string): Both {
  if (scope === '*') {
    return { zh: '全部权限', en: 'everything' }
  }
  const [noun = '', access] = scope.split(':')
  const known = nouns[noun] ?? { zh: noun, en: noun }
  return access === 'write' ? { zh: `${known.zh}（读写）`, en: `${known.en} (write)` } : { zh: `${known.zh}（读）`, en: `${known.en} (read)` }
}
