import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const prompts: Feature = {
  routes: [{ path: '/prompts', name: 'prompts', component: () => import('./pages/PromptsPage.vue'), meta: { people: true } }],
  places: [{ group: 'service', to: '/prompts', words: 'prompts.menu', seen: seenBy.enterprise('prompts:read') }],
  words: { zh, en },
}
