import { seenBy, type Feature } from '@/shared/feature'
import ShopPage from './pages/ShopPage.vue'
import { en } from './text/en'
import { zh } from './text/zh'

export const shop: Feature = {
  routes: [
    { path: '/', name: 'shop', component: ShopPage },
    { path: '/packages', name: 'packages', component: () => import('./pages/PackagesPage.vue') },
    { path: '/carrier-guide', name: 'carrier-guide', component: () => import('./pages/CarrierGuidePage.vue') },
  ],
  places: [
    { group: 'market', to: '/', words: 'shop.menu', seen: seenBy.everybody },
    { group: 'market', to: '/packages', words: 'packages.menu', seen: seenBy.everybody },
    { group: 'market', to: '/carrier-guide', words: 'guide.menu', seen: seenBy.everybody },
  ],
  words: { zh, en },
}
