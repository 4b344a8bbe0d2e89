import type { Body } from '@/shared/api/client'

/** What somebody guesses of his calls in a month. */
export interface Guess {
  minutes: number
  /** From 22:00 to 8:00, in percent. */
  night: number
  mobile: number
  seconds: number
}

export function usual(): Guess {
  return { minutes: 1500, night: 10, mobile: 50, seconds: 150 }
}

/** A package with what a month costs in it. */
export interface Choice {
  readonly tariff: Body<'TariffBody'>
  readonly candidate: Body<'CandidateBody'>
  readonly month: Body<'CandidateMonthBody'>
  /** Minutes of the guess that the package does not include. */
  readonly beyond: number
  readonly cheapest: boolean
}

/** The terms that there are, those that a number wants at least. */
export function terms(tariffs: readonly Body<'TariffBody'>[], least: number): number[] {
  const all = new Set(tariffs.flatMap((one) => one.terms.map((term) => term.months)))
  return [...all].filter((months) => months >= least).sort((one, other) => one - other)
}

/** Fen as a whole number, so that two amounts can be compared. */
function fen(amount: string): number {
  return Math.round(Number(amount) * 100)
}

/** The packages for a term, the cheapest first. */
export function choices(advice: Body<'AdviceBody'>, tariffs: readonly Body<'TariffBody'>[], months: number, minutes: number): Choice[] {
  const found = advice.candidates
    .filter((one) => one.termMonths === months)
    .flatMap((candidate) => {
      const tariff = tariffs.find((one) => one.code === candidate.tariff && one.version === candidate.version)
      const month = candidate.months[0]
      return tariff === undefined || month === undefined ? [] : [{ tariff, candidate, month, beyond: Math.max(0, minutes - tariff.minutes) }]
    })
    .sort((one, other) => fen(one.month.total) - fen(other.month.total))
  return found.map((one, index) => ({ ...one, cheapest: index === 0 }))
}

/** Whether an amount is more than nothing. */
export function isSome(amount: string): boolean {
  return fen(amount) !== 0
}
