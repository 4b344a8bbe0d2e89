import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type ApiProblem } from '@/shared/api/client'

/** Something that is asked of the platform: not yet, being asked, there, or refused. */
export interface Asked<Data> {
  readonly data: ShallowRef<Data | undefined>
  readonly problem: ShallowRef<ApiProblem | undefined>
  readonly asking: Ref<boolean>
  /** Asks (again). Of two that overlap only the later one counts. */
  ask(): Promise<void>
}

export function useAsked<Data>(question: () => Promise<Data>): Asked<Data> {
  const data = shallowRef<Data>()
  const problem = shallowRef<ApiProblem>()
  const asking = ref(false)
  let latest = 0

  async function ask(): Promise<void> {
    const mine = ++latest
    asking.value = true
    try {
      const answer = await question()
      if (mine === latest) {
        data.value = answer
        problem.value = undefined
      }
    } catch (cause) {
      if (mine === latest) {
        problem.value = problemFrom(cause)
      }
    } finally {
      if (mine === latest) {
        asking.value = false
      }
    }
  }

  return { data, problem, asking, ask }
}
