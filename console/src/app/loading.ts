import { shallowRef } from 'vue'

/** The path of the page whose files did not come: the platform is away, or was upgraded and its files have other names now. */
export const unloaded = shallowRef<string>()

const KEY = 'hotline.reloadedAt'
const PAUSE_MS = 60_000
const PATIENCE_MS = 5_000

/** Whether to load all anew unasked. Once a minute: where that does not help, people are asked, lest it goes on for ever. */
export function mayReload(store: Pick<Storage, 'getItem' | 'setItem'>, now: number): boolean {
  const last = Number(store.getItem(KEY) ?? Number.NEGATIVE_INFINITY)
  if (now - last < PAUSE_MS) {
    return false
  }
  store.setItem(KEY, String(now))
  return true
}

/** A reload while the platform is away would put the browser's own error page in place of ours. */
async function isThere(): Promise<boolean> {
  try {
    return (await fetch('/', { cache: 'no-store', signal: AbortSignal.timeout(PATIENCE_MS) })).ok
  } catch {
    return false
  }
}

function load(path: string): void {
  // Going to where one is would only scroll, where the address has a `#`.
  if (path.split('#')[0] === location.pathname + location.search) {
    location.reload()
  } else {
    location.assign(path)
  }
}

/** A page could not be shown. After an upgrade of the platform it is loaded anew as a whole. */
export async function missed(path: string): Promise<void> {
  if ((await isThere()) && mayReload(sessionStorage, Date.now())) {
    load(path)
  } else {
    unloaded.value = path
  }
}

/** Tries again, as somebody wishes. */
export async function loadAgain(): Promise<void> {
  const path = unloaded.value
  unloaded.value = undefined
  if (path === undefined) {
    return
  }
  if (await isThere()) {
    load(path)
  } else {
    unloaded.value = path
  }
}
