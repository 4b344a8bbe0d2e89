import { ApiProblem } from './client'
import { saveFile } from './fileBody'

/** Longer than other answers: a file may be large. */
const PATIENCE_MS = 120_000

/** What the platform calls the file, else the name that is given. */
function nameOf(response: Response, otherwise: string): string {
  return /filename="([^"]+)"/.exec(response.headers.get('Content-Disposition') ?? '')?.[1] ?? otherwise
}

async function problemOf(response: Response): Promise<ApiProblem> {
  try {
    const said = (await response.json()) as { code?: string; detail?: string }
    return new ApiProblem(response.status, said.code ?? 'unexpected', said.detail ?? response.statusText)
  } catch {
    return new ApiProblem(response.status, 'unexpected', response.statusText)
  }
}

/** Fetches a file of the platform and hands it to the browser's downloads. */
export async function download(path: string, name: string): Promise<void> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch (cause) {
    const code = cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'unreachable'
    throw new ApiProblem(0, code, code)
  }
  if (!response.ok) {
    throw await problemOf(response)
  }
  saveFile(await response.blob(), nameOf(response, name))
}
