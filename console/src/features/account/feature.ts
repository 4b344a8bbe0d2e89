import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

const meta = { people: true }

export const account: Feature = {
  routes: [
    { path: '/account', name: 'account', component: () => import('./pages/OwnPage.vue'), meta },
    { path: '/account/users', name: 'users', component: () => import('./pages/UsersPage.vue'), meta },
    { path: '/account/api-keys', name: 'api-keys', component: () => import('./pages/KeysPage.vue'), meta },
    { path: '/account/audit', name: 'trail', component: () => import('./pages/AuditPage.vue'), meta },
  ],
  places: [
    { group: 'account', to: '/account', words: 'own.menu', seen: seenBy.people() },
    { group: 'account', to: '/account/users', words: 'users.menu', seen: seenBy.people('accounts:read') },
    { group: 'account', to: '/account/api-keys', words: 'keys.menu', seen: seenBy.people('api-keys:read') },
    { group: 'account', to: '/account/audit', words: 'trail.menu', seen: seenBy.enterprise('audit:read') },
  ],
  words: { zh, en },
}
