import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const lists: Feature = {
  routes: [
    { path: '/lists', name: 'lists', component: () => import('./pages/ListsPage.vue'), meta: { people: true } },
    { path: '/lists/:name', name: 'list', component: () => import('./pages/ListPage.vue'), props: true, meta: { people: true } },
  ],
  places: [{ group: 'service', to: '/lists', words: 'lists.menu', seen: seenBy.people('lists:read') }],
  words: { zh, en },
}
