import { ApiProblem, carried, heed, problemOf } from './client'

/** A file on its way to the platform. */
export interface Upload<Answer> {
  readonly done: Promise<Answer>
  /** Breaks it off: `done` fails with the code `aborted`. */
  stop(): void
}

/** As long as the platform waits for a file. */
const PATIENCE_MS = 600_000

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch {
    return undefined
  }
}

/**
 * Sends a file as the body of a request and tells how much of it has gone, from 0 to 1. `fetch` cannot tell that, so this is the
 * one place that asks by XMLHttpRequest; headers and refusals are the same.
 */
export function upload<Answer>(method: 'PUT' | 'POST', path: string, file: Blob, tell: (part: number) => void): Upload<Answer> {
  const request = new XMLHttpRequest()
  const done = new Promise<Answer>((resolve, reject) => {
    request.upload.onprogress = (event) => tell(event.lengthComputable && event.total > 0 ? event.loaded / event.total : 0)
    request.onload = () => {
      const body = parsed(request.responseText)
      if (request.status >= 200 && request.status < 300) {
        resolve(body as Answer)
      } else {
        heed(request.status, new URL(path, location.href).pathname)
        reject(problemOf(request, body))
      }
    }
    request.onerror = () => reject(new ApiProblem(0, 'unreachable', 'unreachable'))
    request.ontimeout = () => reject(new ApiProblem(0, 'timeout', 'timeout'))
    request.onabort = () => reject(new ApiProblem(0, 'aborted', 'aborted'))
  })
  request.open(method, path)
  request.timeout = PATIENCE_MS
  for (const [name, value] of Object.entries(carried(method))) {
    request.setRequestHeader(name, value)
  }
  request.setRequestHeader('Content-Type', file.type === '' ? 'application/octet-stream' : file.type)
  request.send(file)
  return { done, stop: () => request.abort() }
}
