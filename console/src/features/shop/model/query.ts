/** What a visitor wants of a number. */
export interface Wish {
  mask: string
  contains: string
  tail: string
  without: string
  meaning: string
  trade: string
  classes: string[]
  patterns: string[]
  order: 'memorability' | 'price' | 'price-down' | 'number'
}

export function nothing(): Wish {
  return { mask: '', contains: '', tail: '', without: '', meaning: '', trade: '', classes: [], patterns: [], order: 'memorability' }
}

const MASK = /^[0-9?]{1,7}$/
const DIGITS = /^[0-9]{1,7}$/

/**
 * The seven places of a mask, of what is typed so far: `8888` means a number that begins so. Undefined when it is none.
 * A leading 400 is taken as part of the number.
 */
export function mask(typed: string): string | undefined {
  const text = typed.replace(/[\s-]/g, '').replaceAll('？', '?')
  const tail = text.length > 7 && text.startsWith('400') ? text.slice(3) : text
  return MASK.test(tail) ? tail.padEnd(7, '?') : undefined
}

function digits(typed: string): string | undefined {
  const text = typed.replace(/[\s-]/g, '')
  return DIGITS.test(text) ? text : undefined
}

/** The parameters of a search; what is empty or not finished yet is left out, so that typing never fails. */
export function parameters(wish: Wish): Record<string, string> {
  const wanted: [string, string | undefined][] = [
    ['mask', mask(wish.mask)],
    ['contains', digits(wish.contains)],
    ['tail', digits(wish.tail)],
    ['without', digits(wish.without)],
    ['meaning', wish.meaning.trim() || undefined],
    ['trade', wish.trade || undefined],
    ['class', wish.classes.join(',') || undefined],
    ['pattern', wish.patterns.join(',') || undefined],
    ['order', wish.order],
  ]
  return Object.fromEntries(wanted.filter((pair): pair is [string, string] => pair[1] !== undefined))
}
