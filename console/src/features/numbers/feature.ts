import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const numbers: Feature = {
  routes: [
    { path: '/numbers', name: 'numbers', component: () => import('./pages/NumbersPage.vue'), meta: { people: true } },
    { path: '/numbers/:number(\\d{10})', name: 'number', component: () => import('./pages/NumberPage.vue'), props: true, meta: { people: true } },
  ],
  places: [{ group: 'service', to: '/numbers', words: 'numbers.menu', seen: seenBy.people('numbers:read') }],
  words: { zh, en },
}
