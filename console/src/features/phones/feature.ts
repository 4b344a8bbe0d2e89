import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const phones: Feature = {
  routes: [{ path: '/phones', name: 'phones', component: () => import('./pages/PhonesPage.vue'), meta: { people: true } }],
  places: [{ group: 'service', to: '/phones', words: 'phones.menu', seen: seenBy.people('phones:read') }],
  words: { zh, en },
}
