/** What the kit of a number is made from. */
export interface Design {
  /** Ten digits. */
  readonly number: string
  /** `400-617-3952` */
  readonly display: string
  readonly firm: string
  readonly slogan: string
  /** `#rrggbb` */
  readonly colour: string
  /** Of the person on card and signature; empty where it is the firm's own. */
  readonly person: string
  readonly title: string
  readonly mail: string
}

/** What a telephone dials when the code is scanned or the link is touched (RFC 3966). */
export function dialAddress(number: string): string {
  return `tel:${number}`
}
