import { drawSheet, sheets, type SheetName, type SheetWords } from './sheet'
import type { Design } from './design'

export const DPI = 300
const POINTS_PER_MM = 72 / 25.4

/** A sheet as a picture, at the fineness that printers ask for. */
export async function pngOf(name: SheetName, design: Design, words: SheetWords): Promise<Blob> {
  const canvas = document.createElement('canvas')
  drawSheet(canvas, name, design, words, name === 'code' ? 2 * DPI : DPI)
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  if (blob === null) {
    throw new Error('this browser makes no pictures of this size')
  }
  return blob
}

/** A sheet as a page of its own size. Letters are in the picture: no fonts need to be there where it is printed. */
export async function pdfOf(name: SheetName, design: Design, words: SheetWords): Promise<Blob> {
  const [{ PDFDocument }, png] = await Promise.all([import('pdf-lib'), pngOf(name, design, words)])
  const [width, height] = [sheets[name].width * POINTS_PER_MM, sheets[name].height * POINTS_PER_MM]
  const pdf = await PDFDocument.create()
  pdf.setTitle(`${design.firm} ${design.display}`.trim())
  pdf.setCreator('Hotline400')
  const picture = await pdf.embedPng(await png.arrayBuffer())
  pdf.addPage([width, height]).drawImage(picture, { x: 0, y: 0, width, height })
  const bytes = await pdf.save()
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: 'application/pdf' })
}
