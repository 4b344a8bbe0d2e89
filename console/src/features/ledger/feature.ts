import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const ledger: Feature = {
  routes: [
    { path: '/desk/ledger', name: 'ledger', component: () => import('./pages/LedgerPage.vue'), meta: { people: true } },
    { path: '/desk/ledger/accounts/:account', name: 'ledger-account', component: () => import('./pages/AccountPage.vue'), props: true, meta: { people: true } },
  ],
  places: [{ group: 'desk', to: '/desk/ledger', words: 'ledger.menu', seen: seenBy.operator('ledger:read') }],
  words: { zh, en },
}
