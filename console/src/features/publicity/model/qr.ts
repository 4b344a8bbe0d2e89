import qrcode from 'qrcode-generator'

/** Light places around a code, in modules (ISO/IEC 18004). */
export const QUIET = 4

/** Rows of dark modules, without the quiet zone. A quarter may be dirty and it is read still. */
export function matrixOf(text: string): boolean[][] {
  const code = qrcode(0, 'Q')
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  return Array.from({ length: size }, (_, row) => Array.from({ length: size }, (_, column) => code.isDark(row, column)))
}
