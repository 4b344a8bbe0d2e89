import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const tariffs: Feature = {
  routes: [{ path: '/desk/tariffs', name: 'desk-tariffs', component: () => import('./pages/TariffsPage.vue'), meta: { people: true } }],
  places: [{ group: 'desk', to: '/desk/tariffs', words: 'tariffs.menu', seen: seenBy.operator('tariffs:read') }],
  words: { zh, en },
}
