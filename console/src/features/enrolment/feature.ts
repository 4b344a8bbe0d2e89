import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const enrolment: Feature = {
  routes: [
    { path: '/applications', name: 'applications', component: () => import('./pages/ApplicationsPage.vue'), meta: { people: true } },
    { path: '/applications/new', name: 'application-new', component: () => import('./pages/ApplicationNewPage.vue'), meta: { people: true } },
    { path: '/applications/:id', name: 'application', component: () => import('./pages/ApplicationPage.vue'), props: true, meta: { people: true } },
    { path: '/messages', name: 'messages', component: () => import('./pages/MessagesPage.vue'), meta: { people: true } },
  ],
  places: [
    { group: 'service', to: '/applications', words: 'applications.menu', seen: seenBy.enterprise('applications:read') },
    { group: 'service', to: '/messages', words: 'messages.menu', seen: seenBy.enterprise('applications:read') },
  ],
  words: { zh, en },
}
