/** The file itself as body, for what the OpenAPI document names no body of: it is read as it comes. */
export function fileBody(file: Blob, type: string): { body: never; bodySerializer: (sent: unknown) => Blob; headers: Record<string, string> } {
  return { body: file as never, bodySerializer: (sent) => sent as Blob, headers: { 'Content-Type': type } }
}
