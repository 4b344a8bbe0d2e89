import { computed, shallowRef } from 'vue'
import { api, ask, type Body } from '@/shared/api/client'

export type Tenant = Body<'IdentityTenantBody'>

/** So many pages of 200 are kept at hand for names; whoever has more sees ids of the rest. */
const MOST_PAGES = 10

const known = shallowRef<readonly Tenant[]>([])
let asked: Promise<void> | undefined

async function load(): Promise<void> {
  const all: Tenant[] = []
  let cursor: string | undefined
  for (let page = 0; page < MOST_PAGES; page++) {
    const answer = await ask(api.GET('/api/v1/tenants', { params: { query: { limit: 200, ...(cursor === undefined ? {} : { cursor }) } } }))
    all.push(...answer.items)
    cursor = answer.next
    if (cursor === undefined) {
      break
    }
  }
  known.value = all
}

const names = computed(() => new Map(known.value.map((one) => [one.id, one.name])))

/** The enterprises by name; asked once for the whole console, and again after one was added. */
export const tenants = {
  all: computed(() => known.value),

  /** Rejects where they cannot be had; the next call asks again. */
  async known(): Promise<void> {
    asked ??= load()
    try {
      await asked
    } catch (cause) {
      asked = undefined
      throw cause
    }
  },

  async again(): Promise<void> {
    asked = undefined
    await tenants.known()
  },

  /** Its name, or the beginning of its id. */
  name(id: string | undefined): string {
    return id === undefined ? '' : (names.value.get(id) ?? id.slice(0, 8))
  },
}
