import { calls } from '@/features/calls/feature'
import { hours } from '@/features/hours/feature'
import { identity } from '@/features/identity/feature'
import { lists } from '@/features/lists/feature'
import { numbers } from '@/features/numbers/feature'
import { phones } from '@/features/phones/feature'
import { publicity } from '@/features/publicity/feature'
import { shop } from '@/features/shop/feature'
import { webhooks } from '@/features/webhooks/feature'
import type { Feature } from '@/shared/feature'

/** All there is, in the order in which it stands in the menu. */
export const features: readonly Feature[] = [
  shop,
  numbers,
  publicity,
  hours,
  lists,
  phones,
  webhooks,
  calls,
  identity,
]
