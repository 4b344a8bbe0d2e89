import { computed, ref, shallowRef } from 'vue'
import { ApiProblem, problemFrom } from '@/shared/api/client'
import { documentOf, plans, type Draft, type Published } from './api'
import { readPlan, writePlan, type Plan } from './plan'

/** What is live and what is being written of a number's plan, and how the one becomes the other. */
export function useDraft(number: () => string) {
  const live = shallowRef<Published>()
  const draft = shallowRef<Draft>()
  const problem = shallowRef<ApiProblem>()
  /** Somebody else has saved meanwhile: theirs, until it is decided whose counts. */
  const theirs = shallowRef<Draft>()
  const busy = ref<'' | 'loading' | 'saving' | 'publishing'>('')

  async function during<Result>(what: 'loading' | 'saving' | 'publishing', act: () => Promise<Result>): Promise<Result | undefined> {
    busy.value = what
    problem.value = undefined
    try {
      return await act()
    } catch (cause) {
      problem.value = problemFrom(cause)
      if (problem.value.code === 'callplans.draft-stale') {
        theirs.value = await plans.draft(number()).catch(() => undefined)
      }
      return undefined
    } finally {
      busy.value = ''
    }
  }

  async function refresh(): Promise<void> {
    const [published, begun] = await Promise.all([plans.live(number()), plans.draft(number())])
    live.value = published
    draft.value = begun
  }

  const text = computed(() => draft.value?.text)

  return {
    live,
    draft,
    problem,
    theirs,
    busy,
    text,

    /** The plan to design: the draft, else what is live, else nothing; undefined where the draft is no JSON. */
    document: computed<Plan | undefined>(() => {
      if (draft.value !== undefined) {
        return readPlan(draft.value.text)
      }
      return live.value === undefined ? { start: '', steps: {} } : documentOf(live.value)
    }),

    load: () => during('loading', refresh),

    /** Saves a text as the draft; whether it was. */
    async save(document: string): Promise<boolean> {
      const saved = await during('saving', () => plans.save(number(), document, draft.value?.revision))
      draft.value = saved ?? draft.value
      return saved !== undefined
    },

    async discard(): Promise<boolean> {
      return (
        (await during('saving', async () => {
          await plans.discard(number())
          draft.value = undefined
          return true
        })) ?? false
      )
    },

    /** Saves and publishes; the version that is live then. */
    async publish(plan: Plan, note: string): Promise<Published | undefined> {
      return during('publishing', async () => {
        const saved = await plans.save(number(), writePlan(plan), draft.value?.revision)
        draft.value = saved
        const published = await plans.publish(number(), saved.revision, note)
        await refresh()
        return published
      })
    },

    /** Goes on from theirs: ours is saved over it, or theirs is taken. */
    settle(): void {
      draft.value = theirs.value ?? draft.value
      theirs.value = undefined
      problem.value = undefined
    },
  }
}
