import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const enterprises: Feature = {
  routes: [{ path: '/desk/enterprises', name: 'enterprises', component: () => import('./pages/EnterprisesPage.vue'), meta: { people: true } }],
  places: [{ group: 'desk', to: '/desk/enterprises', words: 'enterprises.menu', seen: seenBy.operator('tenants:read') }],
  words: { zh, en },
}
