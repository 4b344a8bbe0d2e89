import { computed, type ComputedRef } from 'vue'
import { useRoute } from 'vue-router'

const CODE = /[A-Za-z0-9_-]{43}/

/** The code in whatever was pasted: the code itself, or the mail's whole link. Undefined when there is none. */
export function mailedCode(text: string): string | undefined {
  return CODE.exec(text.includes('#') ? text.slice(text.indexOf('#')) : text)?.[0]
}

/** The code that a mail's link brought: behind the `#`, which browsers do not send, so that no log has it. */
export function useMailedCode(): ComputedRef<string | undefined> {
  const route = useRoute()
  return computed(() => mailedCode(route.hash))
}

/** Where somebody wanted to go. Only a path of our own: a link must not send people elsewhere after they came in. */
export function wanted(next: unknown, otherwise: string): string {
  return typeof next === 'string' && /^\/(?![/\\])/.test(next) ? next : otherwise
}

const LATER = 'hotline.next'

/** Keeps where somebody wanted to go until he comes back by his mail's link, which opens a page of its own. */
export function keepForLater(next: unknown): void {
  const path = wanted(next, '')
  if (path !== '') {
    localStorage.setItem(LATER, path)
  }
}

/** Where he wanted to go; asked once. */
export function keptForLater(): string | undefined {
  const path = localStorage.getItem(LATER)
  localStorage.removeItem(LATER)
  return path ?? undefined
}
