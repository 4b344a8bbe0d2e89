import { ElMessage } from 'element-plus'
import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type ApiProblem } from '@/shared/api/client'
import { problemWords } from './problemWords'

/** Something that changes the platform: whether it is under way, and what the platform had against it. */
export interface Doing {
  readonly busy: Ref<boolean>
  readonly problem: ShallowRef<ApiProblem | undefined>
  /** Does it, one at a time. Tells the success in these words; whether it came off. */
  run(work: () => Promise<unknown>, success?: string): Promise<boolean>
  /** What the platform says of a field of a form. */
  fault(field: string): string | undefined
  forget(): void
}

/** @param aloud whether a refusal is told in passing, where the page has no place for a note */
export function useDoing(aloud = false): Doing {
  const busy = ref(false)
  const problem = shallowRef<ApiProblem>()

  async function run(work: () => Promise<unknown>, success?: string): Promise<boolean> {
    if (busy.value) {
      return false
    }
    busy.value = true
    problem.value = undefined
    try {
      await work()
      if (success !== undefined) {
        ElMessage.success(success)
      }
      return true
    } catch (cause) {
      problem.value = problemFrom(cause)
      if (aloud) {
        ElMessage.error({ message: problemWords(problem.value), duration: 6000, showClose: true })
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
    forget: () => (problem.value = undefined),
  }
}
