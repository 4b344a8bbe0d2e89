import { contrast, INK, inkOn, PAPER, READABLE, readableOnPaper } from './colour'
import { dialAddress, type Design } from './design'
import { matrixOf, QUIET } from './qr'

/** Things that are printed. Sizes in millimetres. */
export const sheets = {
  code: { width: 60, height: 60 },
  card: { width: 90, height: 54 },
  poster: { width: 148, height: 210 },
} as const
export type SheetName = keyof typeof sheets

const FAMILY = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"
const MM_PER_INCH = 25.4

/** Words that stand on a sheet beside those of the firm. */
export interface SheetWords {
  readonly hotline: string
  readonly scan: string
}

interface Box {
  readonly x: number
  readonly y: number
  readonly width: number
}

type Pen = CanvasRenderingContext2D

/** Draws a sheet at so many dots an inch. */
export function drawSheet(canvas: HTMLCanvasElement, name: SheetName, design: Design, words: SheetWords, dpi: number): void {
  const { width, height } = sheets[name]
  const scale = dpi / MM_PER_INCH
  canvas.width = Math.round(width * scale)
  canvas.height = Math.round(height * scale)
  const pen = canvas.getContext('2d')
  if (pen === null) {
    return
  }
  pen.scale(canvas.width / width, canvas.height / height)
  pen.fillStyle = PAPER
  pen.fillRect(0, 0, width, height)
  drawers[name](pen, design, words)
}

const drawers: Readonly<Record<SheetName, (pen: Pen, design: Design, words: SheetWords) => void>> = { code: drawCode, card: drawCard, poster: drawPoster }

function drawCode(pen: Pen, design: Design): void {
  drawQr(pen, design, { x: 0, y: 0, width: sheets.code.width })
}

function drawCard(pen: Pen, design: Design, words: SheetWords): void {
  const { width, height } = sheets.card
  pen.fillStyle = design.colour
  pen.fillRect(0, 0, 4, height)
  const box = { x: 10, y: 0, width: 46 }
  const hasPerson = design.person !== ''
  if (hasPerson) {
    write(pen, design.person, { ...box, y: 12.5 }, 5.4, 700, INK)
    write(pen, design.title, { ...box, y: 17.5 }, 2.9, 400, '#555555')
  }
  write(pen, design.firm, { ...box, y: hasPerson ? 25 : 15 }, hasPerson ? 3.8 : 5.4, 600, INK)
  write(pen, design.slogan, { ...box, y: hasPerson ? 29.5 : 21 }, 2.9, 400, '#555555')
  write(pen, words.hotline, { ...box, y: 37.5 }, 2.7, 400, '#555555')
  write(pen, design.display, { ...box, y: 45 }, 7, 700, readableOnPaper(design.colour))
  write(pen, design.mail, { ...box, y: 49.5 }, 2.7, 400, '#555555')
  drawQr(pen, design, { x: width - 32, y: 9, width: 27 })
  write(pen, words.scan, { x: width - 32, y: 40, width: 27 }, 2.5, 400, '#555555', 'center')
}

function drawPoster(pen: Pen, design: Design, words: SheetWords): void {
  const { width, height } = sheets.poster
  const middle = { x: 10, y: 0, width: width - 20 }
  const ink = inkOn(design.colour)
  pen.fillStyle = design.colour
  pen.fillRect(0, 0, width, 78)
  write(pen, design.firm, { ...middle, y: 34 }, 13, 700, ink, 'center')
  write(pen, design.slogan, { ...middle, y: 52 }, 7, 400, ink, 'center')
  drawQr(pen, design, { x: (width - 74) / 2, y: 86, width: 74 })
  write(pen, words.scan, { ...middle, y: 164 }, 5, 400, '#555555', 'center')
  write(pen, design.display, { ...middle, y: 188 }, 19, 700, readableOnPaper(design.colour), 'center')
  write(pen, words.hotline, { ...middle, y: 200 }, 5, 400, '#555555', 'center')
  pen.fillStyle = design.colour
  pen.fillRect(0, height - 4, width, 4)
}

/** Readers want dark on light: a colour that is too light gives way. */
export function codeColour(colour: string): string {
  return contrast(colour, PAPER) >= READABLE ? colour : INK
}

function drawQr(pen: Pen, design: Design, box: Box): void {
  const matrix = matrixOf(dialAddress(design.number))
  const side = box.width / (matrix.length + 2 * QUIET)
  pen.fillStyle = codeColour(design.colour)
  // Neighbours overlap by a hair, so that no light line stands between them.
  const overlap = side * 0.02
  for (const [row, modules] of matrix.entries()) {
    for (const [column, dark] of modules.entries()) {
      if (dark) {
        pen.fillRect(box.x + (column + QUIET) * side, box.y + (row + QUIET) * side, side + overlap, side + overlap)
      }
    }
  }
}

/** One line on its base line, smaller where it would be too wide. */
function write(pen: Pen, text: string, box: Box, size: number, weight: number, colour: string, align: 'left' | 'center' = 'left'): void {
  if (text === '') {
    return
  }
  pen.fillStyle = colour
  pen.textAlign = align
  pen.font = `${weight} ${size}px ${FAMILY}`
  const wide = pen.measureText(text).width
  if (wide > box.width) {
    pen.font = `${weight} ${(size * box.width) / wide}px ${FAMILY}`
  }
  pen.fillText(text, align === 'center' ? box.x + box.width / 2 : box.x, box.y, box.width)
}
