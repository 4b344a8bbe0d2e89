import type { Router } from 'vue-router'
import { session, wanted, whenTold } from '@/features/identity'

/** A tab that was out of sight for so long asks who is there: it may have slept through what another one told. */
const STALE_MS = 60_000

/** Whose session has ended is told so, and led back once he has signed in again. */
export function turnOut(router: Router): void {
  const here = router.currentRoute.value
  if (here.meta.people === true) {
    void router.push({ name: 'sign-in', query: { next: here.fullPath, ended: '' } })
  }
}

/** Follows what other tabs do with the session, which is one for all of them. */
export function follow(router: Router): void {
  let lookedAt = Date.now()

  async function look(): Promise<void> {
    lookedAt = Date.now()
    const here = router.currentRoute.value
    switch (await session.again()) {
      case 'none':
        return
      case 'came':
        if (here.name === 'sign-in') {
          await router.replace(wanted(here.query.next, '/numbers'))
        }
        return
      case 'gone':
        turnOut(router)
        return
      case 'other':
        // All that the page holds is somebody else's.
        location.reload()
    }
  }

  whenTold(() => void look())
  document.addEventListener('visibilitychange', () => {
    if (!document.hidden && Date.now() - lookedAt > STALE_MS) {
      void look()
    }
  })
}
