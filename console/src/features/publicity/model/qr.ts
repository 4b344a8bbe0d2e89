import { encode } from 'uqr'

/** Light places around a code, in modules (ISO/IEC 18004). */
export const QUIET = 4

/** Rows of dark modules, without the quiet zone. A quarter may be dirty and it is read still. */
export function matrixOf(text: string): boolean[][] {
  return encode(text, { ecc: 'Q', border: 0 }).data
}
