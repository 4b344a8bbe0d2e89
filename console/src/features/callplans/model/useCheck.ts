import { onUnmounted, ref, shallowRef, watch, type Ref } from 'vue'
import { problemFrom, type ApiProblem } from '@/shared/api/client'
import { plans } from './api'
import type { Finding } from './findings'
import { writePlan, type Plan } from './plan'

/** Editing settles before we ask. */
const PAUSE_MS = 500

/** Asks the platform what is wrong with the plan whenever it has changed. */
export function useCheck(number: () => string, plan: Ref<Plan>, findings: Ref<readonly Finding[]>) {
  const checking = ref(false)
  const problem = shallowRef<ApiProblem>()
  let pause: ReturnType<typeof setTimeout> | undefined
  let asked: AbortController | undefined

  async function check(): Promise<void> {
    clearTimeout(pause)
    asked?.abort()
    const mine = new AbortController()
    asked = mine
    checking.value = true
    try {
      const found = await plans.check(number(), writePlan(plan.value), mine.signal)
      if (asked === mine) {
        findings.value = found
        problem.value = undefined
      }
    } catch (cause) {
      if (asked === mine) {
        problem.value = problemFrom(cause)
      }
    } finally {
      if (asked === mine) {
        checking.value = false
      }
    }
  }

  watch(plan, () => {
    clearTimeout(pause)
    checking.value = true
    pause = setTimeout(() => void check(), PAUSE_MS)
  })
  onUnmounted(() => {
    clearTimeout(pause)
    asked?.abort()
  })

  return { checking, problem, check }
}
