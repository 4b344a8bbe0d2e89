import { money } from '@/shared/text/money'

/** An amount of the books in its unit. */
export function amount(text: string, unit: string): string {
  return unit === 'yuan' ? money(text) : text.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
}

const PLACES = 6

/** Decimal text as a whole number of millionths, so that sums are exact. */
function millionths(text: string): bigint {
  const negative = text.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  const value = BigInt(whole + fraction.padEnd(PLACES, '0').slice(0, PLACES))
  return negative ? -value : value
}

export interface Sum {
  readonly unit: string
  readonly debits: string
  readonly credits: string
  readonly equal: boolean
}

function told(value: bigint, unit: string): string {
  const digits = value.toString().padStart(PLACES + 1, '0')
  return unit === 'yuan' ? `${digits.slice(0, -PLACES)}.${digits.slice(-PLACES)}` : digits.slice(0, -PLACES)
}

/** What all lines of each unit come to. */
export function sums(lines: readonly { readonly unit: string; readonly debits: string; readonly credits: string }[]): Sum[] {
  return [...new Set(lines.map((line) => line.unit))].map((unit) => {
    const own = lines.filter((line) => line.unit === unit)
    const debits = own.reduce((sum, line) => sum + millionths(line.debits), 0n)
    const credits = own.reduce((sum, line) => sum + millionths(line.credits), 0n)
    return { unit, debits: told(debits, unit), credits: told(credits, unit), equal: debits === credits }
  })
}
