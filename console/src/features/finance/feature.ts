import { seenBy, type Feature } from '@/shared/feature'
import { en } from './text/en'
import { zh } from './text/zh'

export const finance: Feature = {
  routes: [
    { path: '/desk/payments', name: 'desk-payments', component: () => import('./pages/PaymentsPage.vue'), meta: { people: true } },
    { path: '/desk/bills', name: 'desk-bills', component: () => import('./pages/BillMonthsPage.vue'), meta: { people: true } },
    { path: '/desk/invoices', name: 'desk-invoices', component: () => import('./pages/InvoicesPage.vue'), meta: { people: true } },
  ],
  places: [
    { group: 'desk', to: '/desk/payments', words: 'payments.menu', seen: seenBy.operator('payments:read') },
    { group: 'desk', to: '/desk/bills', words: 'billMonths.menu', seen: seenBy.operator('bills:read') },
    { group: 'desk', to: '/desk/invoices', words: 'invoiceDesk.menu', seen: seenBy.operator('invoices:read') },
  ],
  words: { zh, en },
}
