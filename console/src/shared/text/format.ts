/** All days and times are the platform's: Asia/Shanghai, whatever the reader's machine says. */
const ZONE = 'Asia/Shanghai'

const moments = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short', timeStyle: 'medium' })

/** `2026-11-27 20:00:00` */
export function moment(iso: string | undefined): string {
  return iso === undefined ? '' : moments.format(new Date(iso))
}

/** `20:00:00.123` */
export function clock(iso: string | undefined): string {
  if (iso === undefined) {
    return ''
  }
  const at = new Date(iso)
  return `${moments.format(at).slice(-8)}.${String(at.getUTCMilliseconds()).padStart(3, '0')}`
}

/** Decimal yuan as the API writes them, with thousands parted: `20,000.00`. Never through a floating-point number. */
export function yuan(amount: string | undefined): string {
  if (amount === undefined) {
    return ''
  }
  const [whole = '0', fraction] = amount.split('.')
  const parted = whole.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return fraction === undefined ? parted : `${parted}.${fraction}`
}

/** `09:59` for what is left of a quarter of an hour; never negative. */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000))
  return `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`
}

/** `1:05`, `1:02:03`: how long something has lasted; never negative. */
export function lasted(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds))
  const [hours, minutes, rest] = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), String(whole % 60).padStart(2, '0')]
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`
}

const days = new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' })

/** `2026-11-27`: the day in China. */
export function chinaDay(at: Date): string {
  return days.format(at)
}

/** So many days later; of a day such as `2026-11-27`. */
export function daysLater(day: string, count: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10)
}
