import { computed, inject, onBeforeUnmount, onMounted, provide, reactive, ref, shallowRef, watch, type ComputedRef, type InjectionKey, type Ref, type ShallowRef } from 'vue'
import { api, ask, problemFrom, type ApiProblem, type Body } from '@/shared/api/client'
import { bodyOf, draftOf, filledIn, isAbout, plain, type Draft } from './form'

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
  /** What is to be told at a field: what is wrong with it, once one has left it, or what a reviewer found. */
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
  let kept = JSON.stringify(bodyOf(draft))
  let running: Promise<boolean> | undefined
  let pause: ReturnType<typeof setTimeout> | undefined

  const isKept = (): boolean => JSON.stringify(bodyOf(draft)) === kept

  async function send(): Promise<boolean> {
    keeping.value = true
    const form = bodyOf(draft)
    try {
      const now = await ask(api.PUT('/api/v1/applications/{id}/form', { params: { path: { id } }, body: { version: version.value, form } }))
      kept = JSON.stringify(form)
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
    if (outdated.value || isKept()) {
      return !outdated.value
    }
    running = send()
    const done = await running
    running = undefined
    return done && (isKept() || (await keep()))
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
    if (!isKept() && !outdated.value) {
      pause = setTimeout(() => void keep(), PAUSE_MS)
    }
  }

  function hold(event: BeforeUnloadEvent): void {
    if (!isKept()) {
      event.preventDefault()
      void keep()
    }
  }

  watch(draft, later, { deep: true })
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
    wrong: computed(() => violations.value),
    errorOf: (field) => {
      const wrong = seen.has(plain(field)) ? violations.value.find((one) => one.field === field)?.message : undefined
      return wrong ?? findings.find((one) => isAbout(one.subject, field))?.message ?? ''
    },
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
