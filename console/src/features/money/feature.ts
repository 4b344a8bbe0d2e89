import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

const meta = { people: true }

export const money: Feature = {
  routes: [
    { path: '/money', name: 'money', component: () => import('./pages/MoneyPage.vue'), meta },
    { path: '/charges', name: 'charges', component: () => import('./pages/ChargesPage.vue'), meta },
    { path: '/bills', name: 'bills', component: () => import('./pages/BillsPage.vue'), meta },
    { path: '/bills/:id', name: 'bill', component: () => import('./pages/BillPage.vue'), props: true, meta },
    { path: '/top-ups', name: 'top-ups', component: () => import('./pages/TopUpsPage.vue'), meta },
    { path: '/top-ups/:id', name: 'top-up', component: () => import('./pages/TopUpPage.vue'), props: true, meta },
    { path: '/statement', name: 'statement', component: () => import('./pages/StatementPage.vue'), meta },
    { path: '/invoices', name: 'invoices', component: () => import('./pages/InvoicesPage.vue'), meta },
    { path: '/contracts', name: 'contracts', component: () => import('./pages/ContractsPage.vue'), meta },
    { path: '/contracts/:id', name: 'contract', component: () => import('./pages/ContractPage.vue'), props: true, meta },
  ],
  places: [
    { group: 'money', to: '/money', words: 'money.menu', seen: seenBy.enterprise('charges:read') },
    { group: 'money', to: '/bills', words: 'bills.menu', seen: seenBy.enterprise('bills:read') },
    { group: 'money', to: '/top-ups', words: 'topUps.menu', seen: seenBy.enterprise('payments:read') },
    { group: 'money', to: '/charges', words: 'charges.menu', seen: seenBy.enterprise('charges:read') },
    { group: 'money', to: '/statement', words: 'statement.menu', seen: seenBy.enterprise('bills:read') },
    { group: 'money', to: '/invoices', words: 'invoices.menu', seen: seenBy.enterprise('invoices:read') },
    { group: 'money', to: '/contracts', words: 'contracts.menu', seen: seenBy.enterprise('contracts:read') },
  ],
  words: { zh, en },
}
