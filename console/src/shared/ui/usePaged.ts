import { ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { problemFrom, type ApiProblem } from '@/shared/api/client'

/** A page of a list as the API gives it. */
export interface PageOf<Row> {
  readonly items: readonly Row[]
  readonly next?: string
}

/** A list that is asked for page by page. */
export interface Paged<Row> {
  readonly rows: Readonly<Ref<readonly Row[] | undefined>>
  readonly next: Ref<string | undefined>
  readonly problem: ShallowRef<ApiProblem | undefined>
  readonly asking: Ref<boolean>
  /** From the start. */
  ask(): Promise<void>
  /** What comes behind. */
  more(): Promise<void>
}

export function usePaged<Row>(question: (cursor: string | undefined) => Promise<PageOf<Row>>): Paged<Row> {
  const rows = shallowRef<readonly Row[]>()
  const next = ref<string>()
  const problem = shallowRef<ApiProblem>()
  const asking = ref(false)
  let latest = 0

  async function take(cursor: string | undefined): Promise<void> {
    const mine = ++latest
    asking.value = true
    try {
      const page = await question(cursor)
      if (mine === latest) {
        rows.value = cursor === undefined ? page.items : [...(rows.value ?? []), ...page.items]
        next.value = page.next
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

  return { rows, next, problem, asking, ask: () => take(undefined), more: () => take(next.value) }
}

/** A list that comes whole. */
export function useWhole<Row>(question: () => Promise<readonly Row[]>): Paged<Row> {
  return usePaged(async () => ({ items: await question() }))
}
