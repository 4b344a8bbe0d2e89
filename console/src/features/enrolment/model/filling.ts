import { computed, inject, onBeforeUnmount, onMounted, provide, reactive, ref, shallowReactive, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { api, ask, problemFrom, type ApiProblem, type Body } from '@/shared/api/client'
import { bodyOf, draftOf, errorAt, filledIn, isAbout, plain, type Draft } from './form'

/** Typing settles before it is kept. */
const PAUSE_MS = 900

/** A form that is being filled in and kept on the platform as one goes. */
export interface Filling {
  readonly id: string
  readonly draft: Draft
  readonly rules: Body<'ApplicationRulesRulesBody'>
  readonly checklist: ShallowRef<Body<'ApplicationLookChecklistBody'> | undefined>
  readonly version: Ref<number>
  readonly keeping: Ref<boolean>
  readonly keptAt: Ref<string | undefined>
  readonly problem: ShallowRef<ApiProblem | undefined>
  /** Somebody has changed it elsewhere: nothing more is kept. */
  readonly outdated: ComputedRef<boolean>
  /** Whether something that was typed is not kept on the platform (yet). */
  readonly unsaved: ComputedRef<boolean>
  /** The fields that are on the page and tell what is wrong with them. */
  readonly shown: Set<string>
  /** What is to be told at a field. */
  errorOf(field: string): string
  /** What is wrong, left or not. */
  readonly wrong: ComputedRef<readonly { field: string; message: string }[]>
  /** Whether it may be changed: of an application that came back only what was found wrong. */
  isOpen(field: string): boolean
  /** One has left the field: from now on it may be told what is wrong. */
  left(field: string): void
  /** Keeps what is there now, if it is not kept yet; false when that failed. */
  keep(): Promise<boolean>
  /** Looks again what is missing. */
  look(): Promise<void>
}

const KEY: InjectionKey<Filling> = Symbol('filling')

export function useFilling(): Filling {
  const filling = inject(KEY)
  if (filling === undefined) {
    throw new Error('there is no form here')
  }
  return filling
}

export function provideFilling(application: Body<'ApplicationBody'>, rules: Body<'ApplicationRulesRulesBody'>): Filling {
  const { id, findings } = application
  const draft = reactive(draftOf(application.form))
  const checklist = shallowRef<Body<'ApplicationLookChecklistBody'>>()
  const version = ref(application.version)
  const violations = shallowRef(application.violations)
  const keeping = ref(false)
  const keptAt = ref<string>()
  const problem = shallowRef<ApiProblem>()
  const seen = reactive(new Set(filledIn(draft)))
  const returned = application.state === 'correction-asked'
  const outdated = computed(() => problem.value?.code === 'applications.outdated')
  const kept = ref(JSON.stringify(bodyOf(draft)))
  const unsaved = computed(() => JSON.stringify(bodyOf(draft)) !== kept.value)
  /** What the platform did not keep, for the whole form: nothing is kept until it is mended. */
  const refused = computed(() => problem.value?.violations ?? [])
  let running: Promise<boolean> | undefined
  let pause: ReturnType<typeof setTimeout> | undefined

  async function send(): Promise<boolean> {
    keeping.value = true
    const form = bodyOf(draft)
    try {
      const now = await ask(api.PUT('/api/v1/applications/{id}/form', { params: { path: { id } }, body: { version: version.value, form } }))
      kept.value = JSON.stringify(form)
      version.value = now.version
      violations.value = now.violations
      keptAt.value = new Date().toISOString()
      problem.value = undefined
      return true
    } catch (cause) {
      problem.value = problemFrom(cause)
      return false
    } finally {
      keeping.value = false
    }
  }

  /** One at a time: what was typed meanwhile goes with the next one. */
  async function keep(): Promise<boolean> {
    clearTimeout(pause)
    while (running !== undefined) {
      await running
    }
    if (outdated.value || !unsaved.value) {
      return !outdated.value
    }
    running = send()
    const done = await running
    running = undefined
    return done && (!unsaved.value || (await keep()))
  }

  async function look(): Promise<void> {
    try {
      checklist.value = await ask(api.GET('/api/v1/applications/{id}/checklist', { params: { path: { id } } }))
    } catch (cause) {
      problem.value = problemFrom(cause)
    }
  }

  function later(): void {
    clearTimeout(pause)
    if (unsaved.value && !outdated.value) {
      pause = setTimeout(() => void keep(), PAUSE_MS)
    }
  }

  function hold(event: BeforeUnloadEvent): void {
    if (unsaved.value) {
      event.preventDefault()
      void keep()
    }
  }

  watch(draft, later, { deep: true })
  // What was refused may also be mended by taking it back: then there is nothing to keep, and nothing to complain of.
  watch(unsaved, (now) => {
    if (!now && refused.value.length > 0) {
      problem.value = undefined
    }
  })
  onMounted(() => window.addEventListener('beforeunload', hold))
  onBeforeUnmount(() => {
    clearTimeout(pause)
    window.removeEventListener('beforeunload', hold)
    void keep()
  })

  const filling: Filling = {
    id,
    draft,
    rules,
    checklist,
    version,
    keeping,
    keptAt,
    problem,
    outdated,
    unsaved,
    shown: shallowReactive(new Set<string>()),
    wrong: computed(() => [...refused.value, ...violations.value]),
    errorOf: (field) => errorAt(field, { refused: refused.value, wrong: violations.value, findings, left: seen.has(plain(field)) }),
    isOpen: (field) => !returned || findings.some((one) => isAbout(one.subject, field)),
    left: (field) => {
      seen.add(plain(field))
      later()
    },
    keep,
    look,
  }
  provide(KEY, filling)
  return filling
}
