import { onMounted, onUnmounted, ref, shallowRef, type Ref, type ShallowRef } from 'vue'
import { api, ask, problemFrom, type ApiProblem } from '@/shared/api/client'
import { boardOf, type Board } from './live'

/** How the board hears of news: not yet, by events, by asking again and again, or not at all. */
export type Link = 'connecting' | 'live' | 'asking' | 'away'

const ASK_MS = 2000
const FIRST_RETRY_MS = 1000
const LAST_RETRY_MS = 15_000
/** The platform says at least that it is there every ten seconds. */
const SILENCE_MS = 30_000

export interface LiveBoard {
  readonly board: ShallowRef<Board | undefined>
  readonly problem: ShallowRef<ApiProblem | undefined>
  readonly link: Ref<Link>
  /** Opens the connection anew, at once. */
  again(): void
}

/** Follows the calls that go on while the component is there. */
export function useLiveBoard(): LiveBoard {
  const board = shallowRef<Board>()
  const problem = shallowRef<ApiProblem>()
  const link = ref<Link>('connecting')
  let source: EventSource | undefined
  let silence: ReturnType<typeof setTimeout> | undefined
  let next: ReturnType<typeof setTimeout> | undefined
  let asking: ReturnType<typeof setTimeout> | undefined
  let pause = FIRST_RETRY_MS
  let gone = false

  function heard(): void {
    clearTimeout(silence)
    silence = setTimeout(lost, SILENCE_MS)
  }

  function open(): void {
    source?.close()
    clearTimeout(next)
    const events = new EventSource('/api/v1/calls/live/events')
    source = events
    events.addEventListener('board', (event: MessageEvent<string>) => {
      board.value = JSON.parse(event.data) as Board
      problem.value = undefined
      link.value = 'live'
      pause = FIRST_RETRY_MS
      clearTimeout(asking)
      asking = undefined
      heard()
    })
    events.addEventListener('beat', heard)
    events.addEventListener('over', lost)
    events.addEventListener('error', lost)
    heard()
  }

  /** Asks meanwhile, and opens the connection again after ever longer pauses. */
  function lost(): void {
    clearTimeout(silence)
    source?.close()
    source = undefined
    if (gone) {
      return
    }
    if (link.value === 'live') {
      link.value = 'connecting'
    }
    if (asking === undefined) {
      void askOn()
    }
    clearTimeout(next)
    next = setTimeout(open, pause)
    pause = Math.min(2 * pause, LAST_RETRY_MS)
  }

  /** The next question comes after the answer, so that a slow platform is not asked ever more. */
  async function askOn(): Promise<void> {
    const mine = setTimeout(() => void askOn(), ASK_MS + 20_000)
    asking = mine
    try {
      const answer = boardOf(await ask(api.GET('/api/v1/calls/live')))
      if (asking === mine) {
        board.value = answer
        problem.value = undefined
        link.value = 'asking'
      }
    } catch (cause) {
      if (asking === mine) {
        problem.value = problemFrom(cause)
        link.value = 'away'
      }
    }
    clearTimeout(mine)
    if (!gone && asking === mine) {
      asking = setTimeout(() => void askOn(), ASK_MS)
    }
  }

  onMounted(open)
  onUnmounted(() => {
    gone = true
    source?.close()
    clearTimeout(silence)
    clearTimeout(next)
    clearTimeout(asking)
  })
  return {
    board,
    problem,
    link,
    again() {
      pause = FIRST_RETRY_MS
      open()
    },
  }
}
