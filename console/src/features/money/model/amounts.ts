/** A micro-yuan is the least that is counted. */
const DIGITS = 6

/** Decimal yuan as whole micro-yuan: exact, unlike a floating-point number. What is no amount is 0. */
export function micro(amount: string | undefined): bigint {
  const found = /^(-?)(\d+)(?:\.(\d{1,6}))?$/.exec(amount ?? '')
  if (found === null) {
    return 0n
  }
  const value = BigInt(`${found[2] ?? '0'}${(found[3] ?? '').padEnd(DIGITS, '0')}`)
  return found[1] === '-' ? -value : value
}

/** Back to decimal yuan, with two decimals at least. */
export function decimal(value: bigint): string {
  const size = value < 0n ? -value : value
  const digits = size.toString().padStart(DIGITS + 1, '0')
  const fraction = digits.slice(-DIGITS).replace(/0+$/, '').padEnd(2, '0')
  return `${value < 0n ? '-' : ''}${digits.slice(0, -DIGITS)}.${fraction}`
}

export function sum(amounts: readonly string[]): string {
  return decimal(amounts.reduce((all, one) => all + micro(one), 0n))
}

/** What is to be paid in so that this is covered: whole fen, rounded up, the least that may be paid in at once at least. */
export function toPayIn(open: string, balance: string, least: string): string {
  const missing = micro(open) - (micro(balance) > 0n ? micro(balance) : 0n)
  const wanted = missing > micro(least) ? missing : micro(least)
  const fen = 10_000n
  return decimal(((wanted + fen - 1n) / fen) * fen)
}

/** How much of something is used, 0 to 100. */
export function percent(part: string, whole: string): number {
  const all = micro(whole)
  if (all <= 0n) {
    return 0
  }
  const share = Number((micro(part) * 1000n) / all) / 10
  return Math.min(100, Math.max(0, share))
}
