import { account } from '@/features/account/feature'
import { audit } from '@/features/audit/feature'
import { callplans } from '@/features/callplans/feature'
import { calls } from '@/features/calls/feature'
import { enrolment } from '@/features/enrolment/feature'
import { enterprises } from '@/features/enterprises/feature'
import { finance } from '@/features/finance/feature'
import { hours } from '@/features/hours/feature'
import { identity } from '@/features/identity/feature'
import { ledger } from '@/features/ledger/feature'
import { lists } from '@/features/lists/feature'
import { money } from '@/features/money/feature'
import { numbers } from '@/features/numbers/feature'
import { phones } from '@/features/phones/feature'
import { prompts } from '@/features/prompts/feature'
import { publicity } from '@/features/publicity/feature'
import { reviews } from '@/features/reviews/feature'
import { shop } from '@/features/shop/feature'
import { statistics } from '@/features/statistics/feature'
import { stock } from '@/features/stock/feature'
import { tariffs } from '@/features/tariffs/feature'
import { trunks } from '@/features/trunks/feature'
import { webhooks } from '@/features/webhooks/feature'
import type { Feature } from '@/shared/feature'

/** All there is, in the order in which it stands in the menu. */
export const features: readonly Feature[] = [
  shop,
  enrolment,
  numbers,
  callplans,
  prompts,
  hours,
  lists,
  phones,
  webhooks,
  publicity,
  calls,
  statistics,
  money,
  account,
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
