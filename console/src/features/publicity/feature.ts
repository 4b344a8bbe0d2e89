import type { Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const publicity: Feature = {
  routes: [{ path: '/numbers/:number(\\d{10})/kit', name: 'kit', component: () => import('./pages/KitPage.vue'), props: true, meta: { people: true } }],
  places: [],
  words: { zh, en },
}
