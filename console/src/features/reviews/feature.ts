import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const reviews: Feature = {
  routes: [
    { path: '/desk/reviews', name: 'reviews', component: () => import('./pages/QueuePage.vue'), meta: { people: true } },
    { path: '/desk/reviews/:id', name: 'review', component: () => import('./pages/ReviewPage.vue'), props: true, meta: { people: true } },
    { path: '/desk/blacklist', name: 'blacklist', component: () => import('./pages/BlacklistPage.vue'), meta: { people: true } },
  ],
  places: [
    { group: 'desk', to: '/desk/reviews', words: 'reviews.menu', seen: seenBy.operator('reviews:read') },
    { group: 'desk', to: '/desk/blacklist', words: 'blacklist.menu', seen: seenBy.operator('reviews:read') },
  ],
  words: { zh, en },
}
