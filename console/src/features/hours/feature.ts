import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const hours: Feature = {
  routes: [
    { path: '/hours', name: 'hours', component: () => import('./pages/HoursPage.vue'), meta: { people: true } },
    { path: '/holidays', name: 'holidays', component: () => import('./pages/HolidaysPage.vue'), meta: { people: true } },
  ],
  places: [
    { group: 'service', to: '/hours', words: 'hours.menu', seen: seenBy.enterprise('plans:read') },
    { group: 'service', to: '/holidays', words: 'hours.holidaysMenu', seen: seenBy.people('holidays:read') },
  ],
  words: { zh, en },
}
