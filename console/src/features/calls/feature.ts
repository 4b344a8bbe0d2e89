import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const calls: Feature = {
  routes: [
    { path: '/calls', name: 'calls', component: () => import('./pages/CallsPage.vue'), meta: { people: true } },
    { path: '/calls/live', name: 'live', component: () => import('./pages/LivePage.vue'), meta: { people: true } },
    { path: '/calls/:id', name: 'call', component: () => import('./pages/CallPage.vue'), props: true, meta: { people: true } },
  ],
  places: [
    { group: 'calls', to: '/calls', words: 'calls.menu', seen: seenBy.people('calls:read') },
    { group: 'calls', to: '/calls/live', words: 'live.menu', seen: seenBy.people('calls:read') },
  ],
  words: { zh, en },
}
