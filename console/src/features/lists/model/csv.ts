/** What a file turned out to be written in. */
export interface Text {
  readonly text: string
  readonly encoding: 'UTF-8' | 'GB18030'
}

/** UTF-8, or else what Chinese spreadsheets write; nothing where it is neither. */
export function decode(bytes: Uint8Array): Text | undefined {
  for (const encoding of ['UTF-8', 'GB18030'] as const) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return text.includes('\0') ? undefined : { text, encoding }
    } catch {
      // The next one may do.
    }
  }
  return undefined
}

export interface Line {
  /** Counted from 1. */
  readonly number: number
  readonly raw: string
  readonly cells: readonly string[]
}

/** Lines that are not blank. As on the platform, an entry is one line: cells have no line breaks. */
export function linesOf(text: string): Line[] {
  return text
    .replace(/^\uFEFF/, '')
    .split('\n')
    .map((raw, index) => ({ number: index + 1, raw: raw.trimEnd() }))
    .filter((line) => line.raw.trim() !== '')
    .map((line) => ({ ...line, cells: cellsOf(line.raw) }))
}

/** RFC 4180 within one line. */
export function cellsOf(line: string): string[] {
  const cells: string[] = []
  let cell = ''
  let quoted = false
  for (let place = 0; place < line.length; place++) {
    const sign = line[place] ?? ''
    if (quoted) {
      if (sign !== '"') {
        cell += sign
      } else if (line[place + 1] === '"') {
        cell += '"'
        place++
      } else {
        quoted = false
      }
    } else if (sign === '"' && cell === '') {
      quoted = true
    } else if (sign === ',') {
      cells.push(cell)
      cell = ''
    } else {
      cell += sign
    }
  }
  return [...cells, cell]
}

export function join(cells: readonly string[]): string {
  return cells.map((cell) => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}
