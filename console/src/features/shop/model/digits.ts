/** A pattern that was found in a number: where it begins among the ten digits, and how long it is. */
export interface Run {
  readonly start: number
  readonly length: number
}

/** A stretch of a number that is drawn alike. */
export interface Piece {
  readonly text: string
  /** Which finding colours it, counted from 0; undefined where none does. */
  readonly finding: number | undefined
}

/**
 * Cuts a number (ten digits) where its colours change. Where findings overlap the first one given wins: the platform
 * lists the one that says most first. A finding's start counts from the first of the ten digits.
 */
export function pieces(number: string, findings: readonly Run[]): Piece[] {
  const owner = Array.from(number, (_, place) => {
    const found = findings.findIndex((run) => place >= run.start && place < run.start + run.length)
    return found < 0 ? undefined : found
  })
  const cut: Piece[] = []
  for (const [place, digit] of Array.from(number).entries()) {
    const last = cut.at(-1)
    if (last !== undefined && last.finding === owner[place] && place !== 3) {
      cut[cut.length - 1] = { text: last.text + digit, finding: last.finding }
    } else {
      cut.push({ text: digit, finding: owner[place] })
    }
  }
  return cut
}
