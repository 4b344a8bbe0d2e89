import { audit } from '@/features/audit/feature'
import { calls } from '@/features/calls/feature'
import { enterprises } from '@/features/enterprises/feature'
import { finance } from '@/features/finance/feature'
import { identity } from '@/features/identity/feature'
import { ledger } from '@/features/ledger/feature'
import { numbers } from '@/features/numbers/feature'
import { reviews } from '@/features/reviews/feature'
import { shop } from '@/features/shop/feature'
import { stock } from '@/features/stock/feature'
import { tariffs } from '@/features/tariffs/feature'
import { trunks } from '@/features/trunks/feature'
import type { Feature } from '@/shared/feature'

/** All there is, in the order in which it stands in the menu. */
export const features: readonly Feature[] = [
  shop,
  numbers,
  calls,
  reviews,
  finance,
  stock,
  tariffs,
  enterprises,
  trunks,
  ledger,
  audit,
  identity,
]
