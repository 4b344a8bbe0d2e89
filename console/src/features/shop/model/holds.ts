import { ElMessage } from 'element-plus'
import { computed, onUnmounted, ref, shallowRef, watch, type ComputedRef, type Ref } from 'vue'
import { useI18n } from 'vue-i18n'
import { session } from '@/features/identity'
import { api, ApiProblem, ask, problemFrom, type Body } from '@/shared/api/client'
import { requestKey } from '@/shared/api/requestKey'
import { may } from '@/shared/feature'
import { problemWords } from '@/shared/ui/problemWords'

/** A number that is kept for us, and for how long yet. */
export interface Held {
  readonly number: string
  readonly display: string
  readonly leftMs: number
}

export interface Holds {
  readonly held: ComputedRef<Held[]>
  /** The number that is being held or let go just now. */
  readonly busy: Ref<string | undefined>
  look(): Promise<void>
  /** Whether it is ours now. */
  hold(number: string): Promise<boolean>
  release(number: string): Promise<boolean>
}

/** The enterprise's cart: what it holds, counted down. */
export function useHolds(): Holds {
  const { t } = useI18n()
  const all = shallowRef<Body<'NumberBody'>[]>([])
  const busy = ref<string>()
  const now = ref(Date.now())
  const tick = setInterval(() => (now.value = Date.now()), 1000)
  onUnmounted(() => clearInterval(tick))

  // Whoever comes next must not see them.
  watch(session.me, (who) => {
    if (who === undefined) {
      all.value = []
    }
  })

  const held = computed(() =>
    all.value
      .map((one) => ({ number: one.number, display: one.display, leftMs: one.until === undefined ? 0 : Date.parse(one.until) - now.value }))
      .filter((one) => one.leftMs > 0),
  )

  function complain(cause: unknown): void {
    ElMessage.error(problemWords(problemFrom(cause)))
  }

  async function look(): Promise<void> {
    const who = await session.known()
    if (!may(who, 'numbers:read')) {
      return
    }
    try {
      // The operator's people see what others hold, too.
      all.value = (await ask(api.GET('/api/v1/numbers', { params: { query: { status: 'held', limit: 100 } } }))).items.filter((one) => one.tenant === who?.tenant)
    } catch (cause) {
      complain(cause)
    }
  }

  async function change(number: string, work: () => Promise<unknown>): Promise<boolean> {
    busy.value = number
    try {
      await work()
      return true
    } catch (cause) {
      if (cause instanceof ApiProblem && cause.code === 'numbers.already-held') {
        ElMessage.warning(t('shop.heldByOther'))
      } else {
        complain(cause)
      }
      return false
    } finally {
      busy.value = undefined
      await look()
    }
  }

  return {
    held,
    busy,
    look,
    hold: (number) => change(number, () => ask(api.POST('/api/v1/numbers/{number}/hold', { params: { path: { number }, header: { 'Idempotency-Key': requestKey() } } }))),
    release: (number) => change(number, () => ask(api.DELETE('/api/v1/numbers/{number}/hold', { params: { path: { number } } }))),
  }
}
