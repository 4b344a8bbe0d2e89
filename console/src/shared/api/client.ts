import createClient, { type Middleware } from 'openapi-fetch'
import type { components, paths } from '../../../generated/schema'

/** A body of the API by its name in the OpenAPI document. */
export type Body<Name extends keyof components['schemas']> = components['schemas'][Name]

/** Who has signed in. */
export type Me = Body<'IdentityMe'>

/** What the platform refused, as it said so (RFC 9457). */
export interface Violation {
  readonly field: string
  readonly code: string
  readonly message: string
}

/** A request that came to nothing. `code` is stable; `retryable` says whether the same again may help. */
export class ApiProblem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    readonly violations: readonly Violation[] = [],
  ) {
    super(detail)
    this.name = 'ApiProblem'
  }

  get retryable(): boolean {
    return this.status === 0 || this.status === 429 || this.status >= 500
  }
}

/** Whatever went wrong, as a problem. */
export function problemFrom(cause: unknown): ApiProblem {
  return cause instanceof ApiProblem ? cause : new ApiProblem(0, 'unexpected', String(cause))
}

const PATIENCE_MS = 20_000

function cookie(name: string): string | undefined {
  return document.cookie
    .split('; ')
    .find((pair) => pair.startsWith(`${name}=`))
    ?.slice(name.length + 1)
}

const changing = new Set(['POST', 'PUT', 'PATCH', 'DELETE'])

/**
 * What each request carries: the page's language, which the platform's own words follow, and the cookie repeated against
 * forged requests, as the platform asks for whatever changes something.
 */
export function carried(method: string): Record<string, string> {
  const token = cookie('hotline-csrf')
  return {
    'Accept-Language': document.documentElement.lang,
    ...(token !== undefined && changing.has(method) ? { 'X-CSRF-Token': token } : {}),
  }
}

const carrying: Middleware = {
  onRequest({ request }) {
    for (const [name, value] of Object.entries(carried(request.method))) {
      request.headers.set(name, value)
    }
    return request
  },
}

async function boundedFetch(request: Request): Promise<Response> {
  return fetch(request, { signal: AbortSignal.any([request.signal, AbortSignal.timeout(PATIENCE_MS)]) })
}

/** These say themselves what a 401 means: nobody has signed in, or the password was wrong. */
const asksWho = /\/api\/v1\/(me|session)$/

let lost: () => void = () => {}

/** What is to happen when the platform no longer knows who we are, say because the session has ended. */
export function whenLost(act: () => void): void {
  lost = act
}

/** Says so where the platform no longer knows us. */
export function heed(status: number, path: string): void {
  if (status === 401 && !asksWho.test(path)) {
    lost()
  }
}

const watch: Middleware = {
  onResponse({ request, response }) {
    heed(response.status, new URL(request.url).pathname)
    return response
  },
}

export const api = createClient<paths>({ credentials: 'same-origin', fetch: boundedFetch })
api.use(carrying, watch)

interface Answer<Data> {
  readonly data?: Data
  readonly error?: unknown
  readonly response: Response
}

/** A refusal by its status and what its body says. */
export function problemOf(response: Pick<Response, 'status' | 'statusText'>, error: unknown): ApiProblem {
  if (typeof error === 'object' && error !== null && 'code' in error) {
    const said = error as { code: string; detail?: string; violations?: Violation[]; errors?: Violation[] }
    return new ApiProblem(response.status, said.code, said.detail ?? said.code, said.violations ?? said.errors ?? [])
  }
  return new ApiProblem(response.status, 'unexpected', response.statusText)
}

/** The answer, or an {@link ApiProblem}: no request fails silently. */
export async function ask<Data>(answer: Promise<Answer<Data>>): Promise<Data> {
  let settled: Answer<Data>
  try {
    settled = await answer
  } catch (cause) {
    const code = cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'unreachable'
    throw new ApiProblem(0, code, code)
  }
  if (!settled.response.ok) {
    throw problemOf(settled.response, settled.error)
  }
  return settled.data as Data
}

const FILE_PATIENCE_MS = 120_000

/** A file of the API, whole, within two minutes: for what is saved rather than shown. */
export async function askFile(path: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(path, { credentials: 'same-origin', signal: AbortSignal.timeout(FILE_PATIENCE_MS) })
    if (response.ok) {
      return response
    }
  } catch (cause) {
    const code = cause instanceof DOMException && cause.name === 'TimeoutError' ? 'timeout' : 'unreachable'
    throw new ApiProblem(0, code, code)
  }
  if (response.status === 401) {
    lost()
  }
  throw problemOf(response, await response.json().catch(() => undefined))
}
