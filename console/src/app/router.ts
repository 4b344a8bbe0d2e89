import { createRouter, createWebHistory } from 'vue-router'
import { session } from '@/features/identity'
import { whenLost } from '@/shared/api/client'
import { features } from './features'

export const router = createRouter({
  history: createWebHistory(),
  routes: [...features.flatMap((feature) => feature.routes), { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') }],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

/** Whose session has ended is told so, and led back once he has signed in again. */
whenLost(() => {
  session.lost()
  const here = router.currentRoute.value
  if (here.meta.people === true) {
    void router.push({ name: 'sign-in', query: { next: here.fullPath, ended: '' } })
  }
})

/** Who has not signed in is asked to, and led on afterwards. */
router.beforeEach(async (to) => {
  if (to.meta.people === true && (await session.known()) === undefined) {
    return { name: 'sign-in', query: { next: to.fullPath } }
  }
  return true
})
