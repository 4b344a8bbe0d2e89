import { ref } from 'vue'

/** One prompt is heard at a time, wherever on the page it is played. */
const playing = ref('')
let audio: HTMLAudioElement | undefined

export const player = {
  /** The address of what is heard now; empty while nothing is. */
  playing,

  async play(source: string): Promise<void> {
    this.stop()
    const mine = new Audio(source)
    audio = mine
    playing.value = source
    const over = (): void => {
      if (audio === mine) {
        playing.value = ''
      }
    }
    mine.addEventListener('ended', over)
    try {
      await mine.play()
    } catch (cause) {
      over()
      // Stopped before it began is no failure.
      if (!(cause instanceof DOMException && cause.name === 'AbortError')) {
        throw cause
      }
    }
  },

  stop(): void {
    audio?.pause()
    audio = undefined
    playing.value = ''
  },
}
