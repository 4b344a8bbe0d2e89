import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const callplans: Feature = {
  routes: [
    { path: '/plans', name: 'plans', component: () => import('./pages/PlansPage.vue'), meta: { people: true } },
    { path: '/numbers/:number/plan', name: 'plan', component: () => import('./pages/PlanPage.vue'), meta: { people: true } },
    { path: '/numbers/:number/forwarding', name: 'forwarding', component: () => import('./pages/ForwardingPage.vue'), meta: { people: true } },
  ],
  places: [{ group: 'service', to: '/plans', words: 'plan.menu', seen: seenBy.people('plans:read') }],
  words: { zh, en },
}
