/** How a number's status looks and reads; what the console does not know yet is shown by its code. */
export interface Look {
  readonly zh: string
  readonly en: string
  readonly tone: 'success' | 'warning' | 'danger' | 'info'
}

const looks: Readonly<Record<string, Look>> = {
  available: { zh: '可选', en: 'available', tone: 'info' },
  held: { zh: '已留号', en: 'held', tone: 'warning' },
  reserved: { zh: '已预占', en: 'reserved', tone: 'warning' },
  active: { zh: '使用中', en: 'in service', tone: 'success' },
  suspended: { zh: '已停机', en: 'suspended', tone: 'danger' },
  'arrears-suspended': { zh: '欠费停机', en: 'suspended for arrears', tone: 'danger' },
  barred: { zh: '已限制', en: 'barred', tone: 'danger' },
  frozen: { zh: '已冻结', en: 'frozen', tone: 'danger' },
  cancelled: { zh: '已销号', en: 'cancelled', tone: 'info' },
  quarantined: { zh: '冷却期', en: 'in quarantine', tone: 'info' },
  replaced: { zh: '已换号', en: 'replaced', tone: 'info' },
}

/** All that a number can be for its holder. */
export const statuses: readonly string[] = Object.keys(looks).filter((code) => code !== 'available')

export function look(status: string): Look {
  return looks[status] ?? { zh: status, en: status, tone: 'info' }
}
