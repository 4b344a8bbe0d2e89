import { api, ApiProblem, ask, type Body } from '@/shared/api/client'

export type Tariff = Body<'TariffBody'>

/** How far ahead of what is sold an edition that waits is looked for. */
const AHEAD = 5

async function edition(code: string, version: number): Promise<Tariff | undefined> {
  try {
    return await ask(api.GET('/api/v1/tariffs/{code}/{version}', { params: { path: { code, version } } }))
  } catch (cause) {
    if (cause instanceof ApiProblem && cause.status === 404) {
      return undefined
    }
    throw cause
  }
}

/** All editions of a package, the newest first: those that were sold, the one that is, those to come. */
export async function editions(code: string, current: number): Promise<Tariff[]> {
  const versions = Array.from({ length: current + AHEAD }, (_, index) => index + 1)
  const found = await Promise.all(versions.map((version) => edition(code, version)))
  return found.filter((one) => one !== undefined).reverse()
}

/** Whether an edition has not begun: only then it can be taken back. `today` is Shanghai's. */
export function isToCome(tariff: Tariff, today: string): boolean {
  return tariff.from > today
}

/** The day in Shanghai, `2026-11-27`. */
export function today(now: Date = new Date()): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', dateStyle: 'short' }).format(now)
}
