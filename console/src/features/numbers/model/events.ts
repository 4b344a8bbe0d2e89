import type { Both } from '@/shared/text/i18n'

/** What happens to numbers, by the code of the history. */
const events: Readonly<Record<string, Both>> = {
  hold: { zh: '留号', en: 'held' },
  reserve: { zh: '预占', en: 'reserved' },
  release: { zh: '放弃', en: 'given up' },
  assign: { zh: '开通', en: 'into service' },
  suspend: { zh: '停机', en: 'suspended' },
  'suspend-for-arrears': { zh: '欠费停机', en: 'suspended for arrears' },
  resume: { zh: '恢复服务', en: 'back in service' },
  bar: { zh: '违规关停', en: 'barred' },
  freeze: { zh: '冻结', en: 'frozen' },
  transfer: { zh: '过户', en: 'transferred' },
  replace: { zh: '换号', en: 'replaced by another number' },
  cancel: { zh: '销号', en: 'cancelled' },
  quarantine: { zh: '进入冷却期', en: 'into quarantine' },
  expire: { zh: '到期', en: 'time ran out' },
}

export function eventWords(code: string): Both {
  return events[code] ?? { zh: code, en: code }
}

/** The statuses in which the holder uses the number, be it interrupted. */
export function isInUse(status: string): boolean {
  return ['active', 'suspended', 'arrears-suspended', 'barred', 'frozen', 'replaced'].includes(status)
}
