/** What the operator can make of a number by a status alone; transfer and replacement say more than that. */
const steps: Readonly<Record<string, readonly string[]>> = {
  available: ['active', 'reserved', 'held'],
  held: ['active', 'reserved', 'available'],
  reserved: ['active', 'available'],
  active: ['suspended', 'arrears-suspended', 'barred', 'cancelled'],
  'arrears-suspended': ['active', 'barred', 'frozen', 'cancelled'],
  suspended: ['active', 'barred', 'frozen', 'cancelled'],
  barred: ['active', 'frozen', 'cancelled'],
  frozen: ['active', 'cancelled'],
  replaced: ['active', 'quarantined'],
  cancelled: ['active', 'quarantined'],
}

export const statuses = ['available', 'held', 'reserved', 'active', 'arrears-suspended', 'suspended', 'barred', 'frozen', 'replaced', 'cancelled', 'quarantined'] as const

export function next(status: string): readonly string[] {
  return steps[status] ?? []
}

/** Whether somebody must be named who gets it. */
export function needsHolder(from: string, to: string): boolean {
  return ['available', 'held'].includes(from) && to !== 'available'
}

/** Whether callers no longer reach anybody. */
export function isHarsh(to: string): boolean {
  return ['suspended', 'arrears-suspended', 'barred', 'frozen', 'cancelled', 'quarantined'].includes(to)
}

export function tone(status: string): 'success' | 'warning' | 'danger' | 'info' {
  if (status === 'active') {
    return 'success'
  }
  if (status === 'held' || status === 'reserved') {
    return 'warning'
  }
  return ['suspended', 'arrears-suspended', 'barred', 'frozen'].includes(status) ? 'danger' : 'info'
}

/** Ten digits of what people write: `400-888-1234`. */
export function digits(written: string): string {
  return written.replace(/[\s-]/g, '')
}
