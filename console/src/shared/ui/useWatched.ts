import { onMounted, onUnmounted } from 'vue'
import type { Asked } from './useAsked'

/** Asks again and again while the page is looked at: the next question comes so long after the answer, and none while the page is hidden. */
export function useWatched(asked: Pick<Asked<unknown>, 'ask'>, everyMs: number, wanted: () => boolean = () => true): void {
  let timer: ReturnType<typeof setTimeout> | undefined
  let gone = false

  async function look(): Promise<void> {
    clearTimeout(timer)
    if (document.visibilityState === 'visible' && wanted()) {
      await asked.ask()
    }
    if (!gone) {
      clearTimeout(timer)
      timer = setTimeout(() => void look(), everyMs)
    }
  }

  function shown(): void {
    if (document.visibilityState === 'visible') {
      void look()
    }
  }

  onMounted(() => {
    document.addEventListener('visibilitychange', shown)
    void look()
  })
  onUnmounted(() => {
    gone = true
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', shown)
  })
}
