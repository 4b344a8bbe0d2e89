import { calls } from '@/features/calls/feature'
import { identity } from '@/features/identity/feature'
import { numbers } from '@/features/numbers/feature'
import { shop } from '@/features/shop/feature'
import { statistics } from '@/features/statistics/feature'
import type { Feature } from '@/shared/feature'

/** All there is, in the order in which it stands in the menu. */
export const features: readonly Feature[] = [
  shop,
  numbers,
  calls,
  statistics,
  identity,
]
