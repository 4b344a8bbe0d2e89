/** Three parts of 0 to 255. */
type Rgb = readonly [number, number, number]

export const INK = '#1a1a1a'
export const PAPER = '#ffffff'

/** What WCAG 2.2 (1.4.3) asks of ordinary text. */
export const READABLE = 4.5

export function isColour(text: string): boolean {
  return /^#[0-9a-f]{6}$/i.test(text)
}

function parts(colour: string): Rgb {
  const value = Number.parseInt(colour.slice(1), 16)
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255]
}

/** Relative luminance (WCAG 2.2). */
function luminance(colour: string): number {
  const [red, green, blue] = parts(colour).map((part) => {
    const share = part / 255
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
  }) as unknown as Rgb
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

/** 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

/** White or dark letters, whichever can be read better on it. */
export function inkOn(colour: string): string {
  return contrast(colour, PAPER) >= contrast(colour, INK) ? PAPER : INK
}

/** The same hue, as dark as it must be to be read on paper. */
export function readableOnPaper(colour: string): string {
  for (let share = 1; share > 0; share -= 0.02) {
    const darker = `#${parts(colour).map((part) => Math.round(part * share).toString(16).padStart(2, '0')).join('')}`
    if (contrast(darker, PAPER) >= READABLE) {
      return darker
    }
  }
  return INK
}
