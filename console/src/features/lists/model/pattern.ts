/** What an entry covers, as the platform tells them apart. */
export const kinds = ['number', 'prefix', 'area-code', 'region'] as const
export type Kind = (typeof kinds)[number]

const chinese: Readonly<Record<string, Kind>> = { 号码: 'number', 前缀: 'prefix', 区号: 'area-code', 地区: 'region' }

export function kindOf(text: string): Kind | undefined {
  const said = text.trim()
  return said === '' ? 'number' : (chinese[said] ?? kinds.find((kind) => kind === said))
}

const dialPrefixes = /^(17951|17909|12593|125\d\d)(?=1[3-9]\d{9}$|0\d{9,11}$)/

/** As the platform writes it, as far as a browser can tell; the platform has the last word. */
export function canonical(kind: Kind, text: string): string {
  const bare = text.trim().replace(/[\s().-]/g, '')
  if (kind !== 'number') {
    return kind === 'prefix' && bare.startsWith('00') ? `+${bare.slice(2)}` : bare
  }
  const home = bare.replace(/^(\+86|0086|86(?=1[3-9]\d{9}$))/, '').replace(dialPrefixes, '')
  return /^0?1[3-9]\d{9}$/.test(home) ? home.slice(-11) : home.startsWith('00') ? `+${home.slice(2)}` : home
}

/** What is plainly wrong with it, by a code that has words; the platform looks more closely. */
export function fault(kind: Kind, pattern: string): 'empty' | 'digits' | 'areaCode' | 'adcode' | 'local' | undefined {
  if (pattern === '') {
    return 'empty'
  }
  if (kind === 'area-code') {
    return /^0(10|2\d|[3-9]\d{2})$/.test(pattern) ? undefined : 'areaCode'
  }
  if (kind === 'region') {
    return /^[1-8]\d{5}$/.test(pattern) ? undefined : 'adcode'
  }
  if (!/^\+?\d{1,18}$/.test(pattern)) {
    return 'digits'
  }
  return kind === 'number' && /^[2-8]\d{6,7}$/.test(pattern) ? 'local' : undefined
}
