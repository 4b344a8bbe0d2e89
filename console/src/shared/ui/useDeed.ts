import { ElMessage } from 'element-plus'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type ApiProblem } from '@/shared/api/client'
import { problemWords } from './problemWords'

/** Something that changes the platform: under way, refused, or done. */
export interface Deed {
  readonly busy: Ref<boolean>
  readonly problem: ShallowRef<ApiProblem | undefined>
  /** Does it, unless it is under way; tells its success in these words, which may depend on the answer. Whether it was done. */
  run(act: () => Promise<unknown>, done?: string | (() => string)): Promise<boolean>
  /** What the platform said of a field. */
  fault(field: string): string | undefined
  clear(): void
}

/** @param aloud whether a refusal is told in passing, where the page has no place for a note */
export function useDeed(aloud = false): Deed {
  const busy = ref(false)
  const problem = shallowRef<ApiProblem>()

  async function run(act: () => Promise<unknown>, done?: string | (() => string)): Promise<boolean> {
    if (busy.value) {
      return false
    }
    busy.value = true
    problem.value = undefined
    try {
      await act()
      if (done !== undefined) {
        ElMessage.success({ message: typeof done === 'string' ? done : done(), grouping: true })
      }
      return true
    } catch (cause) {
      problem.value = problemFrom(cause)
      if (aloud) {
        complain(problem.value)
      }
      return false
    } finally {
      busy.value = false
    }
  }

  return {
    busy,
    problem,
    run,
    fault: (field) => problem.value?.violations.find((one) => one.field === field)?.message,
    clear: () => (problem.value = undefined),
  }
}

/** For what has no place of its own on the page. */
export function complain(cause: unknown): void {
  ElMessage.error({ message: problemWords(problemFrom(cause)), grouping: true, duration: 6000, showClose: true })
}
