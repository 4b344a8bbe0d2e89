/** The file itself as body, for what the OpenAPI document names no body of: it is read as it comes. */
export function fileBody(file: Blob, type: string): { body: never; bodySerializer: (sent: unknown) => Blob; headers: Record<string, string> } {
  return { body: file as never, bodySerializer: (sent) => sent as Blob, headers: { 'Content-Type': type } }
}

/** Hands something that was fetched to the browser's downloads. */
export function saveFile(content: Blob, name: string): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
