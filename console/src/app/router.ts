import { createRouter, createWebHistory } from 'vue-router'
import { session } from '@/features/identity'
import { whenLost } from '@/shared/api/client'
import { features } from './features'
import { turnOut } from './follow'
import { missed, unloaded } from './loading'
import { mayOpen } from './rights'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    ...features.flatMap((feature) => feature.routes),
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
    // Found by its name only: it stands at the address of the page that was asked for.
    { path: '/:rest(.*)*', name: 'not-allowed', component: () => import('./NotAllowedPage.vue') },
  ],
  scrollBehavior: (_to, _from, saved) => saved ?? { top: 0 },
})

whenLost(() => {
  session.lost()
  turnOut(router)
})

/** Who has not signed in is asked to, and led on afterwards. Who has is told where he may not go. */
router.beforeEach(async (to) => {
  if (to.meta.people !== true) {
    return true
  }
  const who = await session.known()
  if (who === undefined) {
    return { name: 'sign-in', query: { next: to.fullPath } }
  }
  return mayOpen(features, to.matched[0]?.path ?? to.path, who) ? true : { name: 'not-allowed', params: { rest: to.path.slice(1).split('/') }, query: to.query, hash: to.hash }
})

/** A page's files are fetched when it is opened, and may not come. */
router.onError((cause, to) => {
  console.error(cause)
  void missed(to.fullPath)
})
router.afterEach((_to, _from, failure) => {
  if (failure === undefined) {
    unloaded.value = undefined
  }
})
