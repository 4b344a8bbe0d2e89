import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const statistics: Feature = {
  routes: [{ path: '/statistics', name: 'statistics', component: () => import('./pages/StatisticsPage.vue'), meta: { people: true } }],
  places: [{ group: 'calls', to: '/statistics', words: 'statistics.menu', seen: seenBy.people('calls:read') }],
  words: { zh, en },
}
