import { computed, ref, shallowRef, watch, type ComputedRef, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type ApiProblem } from '@/shared/api/client'
import { useAsked } from './useAsked'

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next?: string
}

/** A list that comes page by page. */
export interface Paged<Item> {
  /** All that has come so far; absent until the first page is there. */
  readonly items: ComputedRef<Item[] | undefined>
  readonly problem: ShallowRef<ApiProblem | undefined>
  readonly asking: Ref<boolean>
  readonly hasMore: ComputedRef<boolean>
  readonly turning: Ref<boolean>
  /** From the beginning. */
  ask(): Promise<void>
  more(): Promise<void>
}

export function usePaged<Item>(question: (cursor: string | undefined) => Promise<Page<Item>>): Paged<Item> {
  const first = useAsked(() => question(undefined))
  const later = shallowRef<readonly Item[]>([])
  const next = ref<string>()
  const turning = ref(false)
  watch(first.data, (page) => {
    later.value = []
    next.value = page?.next
  })

  async function more(): Promise<void> {
    const beginning = first.data.value
    turning.value = true
    try {
      const page = await question(next.value)
      // Meanwhile the list may have been asked anew, and this page is of the old one.
      if (beginning === first.data.value) {
        later.value = [...later.value, ...page.items]
        next.value = page.next
      }
    } catch (cause) {
      first.problem.value = problemFrom(cause)
    } finally {
      turning.value = false
    }
  }

  return {
    items: computed(() => (first.data.value === undefined ? undefined : [...first.data.value.items, ...later.value])),
    problem: first.problem,
    asking: first.asking,
    hasMore: computed(() => next.value !== undefined),
    turning,
    ask: first.ask,
    more,
  }
}
