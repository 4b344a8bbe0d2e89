import { createRouter, createWebHistory } from 'vue-router'
import { session } from '@/features/identity'
import { whenLost } from '@/shared/api/client'
import ShopPage from '@/features/shop/pages/ShopPage.vue'

export const router = createRouter({
  history: createWebHistory(),
  routes: [
    { path: '/', name: 'shop', component: ShopPage },
    { path: '/sign-in', name: 'sign-in', component: () => import('@/features/identity/pages/SignInPage.vue') },
    { path: '/numbers', name: 'numbers', component: () => import('@/features/numbers/pages/NumbersPage.vue'), meta: { people: true } },
    { path: '/calls', name: 'calls', component: () => import('@/features/calls/pages/CallsPage.vue'), meta: { people: true } },
    { path: '/calls/live', name: 'live', component: () => import('@/features/calls/pages/LivePage.vue'), meta: { people: true } },
    { path: '/calls/:id', name: 'call', component: () => import('@/features/calls/pages/CallPage.vue'), props: true, meta: { people: true } },
    { path: '/:rest(.*)*', name: 'not-found', component: () => import('./NotFoundPage.vue') },
  ],
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
