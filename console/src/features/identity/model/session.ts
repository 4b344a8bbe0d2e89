import { computed, shallowRef } from 'vue'
import { api, ApiProblem, ask, type Me } from '@/shared/api/client'

const me = shallowRef<Me>()
let asked: Promise<void> | undefined

/** Who has signed in; one for the whole page. */
export const session = {
  me: computed(() => me.value),

  /** Whether somebody has, as far as the platform knows; asked once. */
  async known(): Promise<Me | undefined> {
    asked ??= refresh()
    await asked
    return me.value
  },

  async signIn(mail: string, password: string, code: string): Promise<void> {
    const body = { mail, password, ...(code === '' ? {} : { code }) }
    await ask(api.POST('/api/v1/session', { body }))
    asked = refresh()
    await asked
  },

  /** The platform has let somebody in by another door than the password's: by a mail's link. */
  async letIn(): Promise<void> {
    asked = refresh()
    await asked
  },

  async signOut(): Promise<void> {
    await ask(api.DELETE('/api/v1/session'))
    me.value = undefined
  },

  /** The platform no longer knows us. */
  lost(): void {
    me.value = undefined
  },
}

async function refresh(): Promise<void> {
  try {
    me.value = await ask(api.GET('/api/v1/me'))
  } catch (cause) {
    if (!(cause instanceof ApiProblem) || cause.status !== 401) {
      // Not known is not the same as nobody: the next page asks again.
      asked = undefined
    }
    me.value = undefined
  }
}
