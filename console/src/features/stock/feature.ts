import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const stock: Feature = {
  routes: [
    { path: '/desk/numbers', name: 'desk-numbers', component: () => import('./pages/StockPage.vue'), meta: { people: true } },
    { path: '/desk/prices', name: 'desk-prices', component: () => import('./pages/PricesPage.vue'), meta: { people: true } },
    { path: '/desk/words', name: 'desk-words', component: () => import('./pages/WordsPage.vue'), meta: { people: true } },
  ],
  places: [
    { group: 'desk', to: '/desk/numbers', words: 'stock.menu', seen: seenBy.operator('numbers:read') },
    { group: 'desk', to: '/desk/prices', words: 'prices.menu', seen: seenBy.operator('numbers:read') },
    { group: 'desk', to: '/desk/words', words: 'words.menu', seen: seenBy.operator('numbers:read') },
  ],
  words: { zh, en },
}
