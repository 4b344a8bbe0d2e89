import { type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const identity: Feature = {
  routes: [{ path: '/sign-in', name: 'sign-in', component: () => import('./pages/SignInPage.vue') }],
  places: [],
  words: { zh, en },
}
