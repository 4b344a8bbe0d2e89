import jsQR from 'jsqr'
import { expect, test } from 'vitest'
import { matrixOf, QUIET } from './qr'

test('a reader finds in the code what was put in', () => {
  const matrix = matrixOf('tel:4006173952')
  const scale = 4
  const side = (matrix.length + 2 * QUIET) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (let y = 0; y < side; y++) {
    for (let x = 0; x < side; x++) {
      if (matrix[Math.floor(y / scale) - QUIET]?.[Math.floor(x / scale) - QUIET] === true) {
        pixels.fill(0, (y * side + x) * 4, (y * side + x) * 4 + 3)
      }
    }
  }
  expect(jsQR(pixels, side, side)?.data).toBe('tel:4006173952')
})
