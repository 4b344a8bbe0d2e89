import { computed, shallowRef } from 'vue'
import { api, ApiProblem, ask, type Me } from '@/shared/api/client'
import { tellTabs } from './tabs'

const me = shallowRef<Me>()
let asked: Promise<void> | undefined
/** Counts who came and went here, so that an answer that was under way meanwhile does not undo it. */
let turn = 0

/** What has become of whoever had signed in. */
export type Change = 'none' | 'came' | 'gone' | 'other'

export function changeOf(before: Me | undefined, now: Me | undefined): Change {
  if (before === undefined) {
    return now === undefined ? 'none' : 'came'
  }
  if (now === undefined) {
    return 'gone'
  }
  return before.tenant === now.tenant && before.principal === now.principal ? 'none' : 'other'
}

/** Who has signed in; one for the whole page. */
export const session = {
  me: computed(() => me.value),

  /** Whether somebody has, as far as the platform knows; asked once. */
  async known(): Promise<Me | undefined> {
    asked ??= refresh()
    await asked
    return me.value
  },

  /** Asks again: the cookie is one for all tabs, and another may have changed who has it. While the platform is away nothing has changed. */
  async again(): Promise<Change> {
    const mine = turn
    let now: Me | undefined
    try {
      now = await ask(api.GET('/api/v1/me'))
    } catch (cause) {
      if (!isNobody(cause)) {
        return 'none'
      }
    }
    if (mine !== turn) {
      return 'none'
    }
    const change = changeOf(me.value, now)
    me.value = now
    return change
  },

  async signIn(mail: string, password: string, code: string): Promise<void> {
    const body = { mail, password, ...(code === '' ? {} : { code }) }
    await ask(api.POST('/api/v1/session', { body }))
    await session.letIn()
  },

  /** The platform has let somebody in, be it by another door than the password's: by a mail's link. */
  async letIn(): Promise<void> {
    turn++
    asked = refresh()
    await asked
    tellTabs()
  },

  /** Whether there still was a session to end; when the platform is away nobody is signed out. */
  async signOut(): Promise<boolean> {
    let ended = true
    try {
      await ask(api.DELETE('/api/v1/session'))
    } catch (cause) {
      if (!isNobody(cause)) {
        throw cause
      }
      ended = false
    }
    session.lost()
    tellTabs()
    return ended
  },

  /** The platform no longer knows us. */
  lost(): void {
    turn++
    me.value = undefined
  },
}

function isNobody(cause: unknown): boolean {
  return cause instanceof ApiProblem && cause.status === 401
}

async function refresh(): Promise<void> {
  try {
    me.value = await ask(api.GET('/api/v1/me'))
  } catch (cause) {
    if (!isNobody(cause)) {
      // Not known is not the same as nobody: the next page asks again.
      asked = undefined
    }
    me.value = undefined
  }
}
