import { calls } from '@/features/calls/feature'
import { hours } from '@/features/hours/feature'
import { identity } from '@/features/identity/feature'
import { numbers } from '@/features/numbers/feature'
import { shop } from '@/features/shop/feature'
import type { Feature } from '@/shared/feature'

/** All there is, in the order in which it stands in the menu. */
export const features: readonly Feature[] = [
  shop,
  numbers,
  hours,
  calls,
  identity,
]
