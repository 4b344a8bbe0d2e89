import { seenBy, type Feature } from '@/shared/feature'
import ShopPage from './pages/ShopPage.vue'
import { en } from './text/en'
import { zh } from './text/zh'

export const shop: Feature = {
  routes: [{ path: '/', name: 'shop', component: ShopPage }],
  places: [{ group: 'market', to: '/', words: 'shop.menu', seen: seenBy.everybody }],
  words: { zh, en },
}
