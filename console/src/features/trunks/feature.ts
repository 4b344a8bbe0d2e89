import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const trunks: Feature = {
  routes: [{ path: '/desk/trunks', name: 'trunks', component: () => import('./pages/TrunksPage.vue'), meta: { people: true } }],
  places: [{ group: 'desk', to: '/desk/trunks', words: 'trunks.menu', seen: seenBy.operator('trunks:read') }],
  words: { zh, en },
}
