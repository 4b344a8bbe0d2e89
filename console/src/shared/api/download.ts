import { askFile } from './client'

/** What the platform calls the file, else the name that is given. */
function nameOf(response: Response, otherwise: string): string {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? otherwise
}

/** Fetches a file of the platform and hands it to the browser's downloads. */
export async function download(path: string, name: string): Promise<void> {
  const response = await askFile(path)
  saveFile(await response.blob(), nameOf(response, name))
}

/** Hands something that is there to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
