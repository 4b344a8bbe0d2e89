import type { Body } from '@/shared/api/client'

export type Figures = Body<'FiguresBody'>

/** How a figure has changed: -0.5 is half as much; undefined where there was nothing before. */
export function change(now: number | undefined, before: number | undefined): number | undefined {
  return now === undefined || before === undefined || before === 0 ? undefined : (now - before) / before
}

/** `12.3 %` */
export function percent(ratio: number | undefined, digits = 1): string {
  return ratio === undefined ? '—' : `${(100 * ratio).toFixed(digits)} %`
}

/** `+12 %`, `−12 %` */
export function signed(ratio: number): string {
  const whole = Math.round(100 * ratio)
  return `${whole > 0 ? '+' : whole < 0 ? '−' : '±'}${Math.abs(whole)} %`
}

/** The share of the greatest, 0 to 1; as a square root, so that small figures are still told apart. */
export function strength(value: number, most: number): number {
  return most === 0 ? 0 : Math.sqrt(value / most)
}

/** `10–30`, in seconds up to a minute and in minutes from there; `≥ 30 min`. */
export function lengthLabel(from: number, until: number | undefined, seconds: string, minutes: string): string {
  if (until === undefined) {
    return `≥ ${from / 60} ${minutes}`
  }
  return from < 60 ? `${from}–${until} ${seconds}` : `${from / 60}–${until / 60} ${minutes}`
}
