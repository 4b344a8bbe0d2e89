import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const audit: Feature = {
  routes: [{ path: '/desk/audit', name: 'audit', component: () => import('./pages/AuditPage.vue'), meta: { people: true } }],
  places: [{ group: 'desk', to: '/desk/audit', words: 'audit.menu', seen: seenBy.operator('audit:read') }],
  words: { zh, en },
}
