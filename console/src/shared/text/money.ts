import { yuan } from './format'

/** Decimal yuan of the API as people read them: `¥1,280.00`, `-¥0.125`; at least two decimals, never rounded. */
export function money(amount: string | undefined): string {
  if (amount === undefined || amount === '') {
    return ''
  }
  const negative = amount.startsWith('-')
  const [whole = '0', fraction = ''] = (negative ? amount.slice(1) : amount).split('.')
  const told = fraction.replace(/0+$/, '').padEnd(2, '0')
  return `${negative ? '-' : ''}¥${yuan(`${whole}.${told}`)}`
}
