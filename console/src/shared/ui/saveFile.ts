import { ApiProblem } from '@/shared/api/client'

/** Gives the reader a file to keep. */
export function saveFile(name: string, content: Blob): void {
  const address = URL.createObjectURL(content)
  const link = document.createElement('a')
  link.href = address
  link.download = name
  document.body.append(link)
  link.click()
  link.remove()
  setTimeout(() => URL.revokeObjectURL(address), 10_000)
}

const PATIENCE_MS = 120_000

/** A file of the platform; a refusal is a problem, not a file that says so. */
export async function fileOf(path: string): Promise<Blob> {
  let answer: Response
  try {
    answer = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(PATIENCE_MS) })
  } catch {
    throw new ApiProblem(0, 'unreachable', 'unreachable')
  }
  if (!answer.ok) {
    const said = (await answer.json().catch(() => ({}))) as { code?: string; detail?: string }
    throw new ApiProblem(answer.status, said.code ?? 'unexpected', said.detail ?? answer.statusText)
  }
  return answer.blob()
}
