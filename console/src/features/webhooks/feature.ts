import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const webhooks: Feature = {
  routes: [
    { path: '/webhooks', name: 'webhooks', component: () => import('./pages/WebhooksPage.vue'), meta: { people: true } },
    { path: '/webhooks/:id', name: 'webhook', component: () => import('./pages/WebhookPage.vue'), props: true, meta: { people: true } },
  ],
  places: [{ group: 'service', to: '/webhooks', words: 'webhooks.menu', seen: seenBy.people('notifications:read') }],
  words: { zh, en },
}
