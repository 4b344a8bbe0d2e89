type Tone = 'success' | 'warning' | 'danger' | 'info' | 'primary'

const tones: Readonly<Record<string, Tone>> = {
  open: 'primary',
  asked: 'primary',
  requested: 'primary',
  'partly-paid': 'warning',
  overpaid: 'warning',
  'refund-owed': 'danger',
  unapproved: 'warning',
  due: 'primary',
  exported: 'warning',
  issued: 'warning',
  paid: 'success',
  done: 'success',
  'made-out': 'success',
  failed: 'danger',
  refused: 'danger',
}

/** How the state of something about money looks; what is over is quiet. */
export function tone(state: string): Tone {
  return tones[state] ?? 'info'
}

/** The day in Shanghai, as bank statements write it. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(now)
}
