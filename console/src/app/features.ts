import { callplans } from '@/features/callplans/feature'
import { calls } from '@/features/calls/feature'
import { identity } from '@/features/identity/feature'
import { numbers } from '@/features/numbers/feature'
import { prompts } from '@/features/prompts/feature'
import { shop } from '@/features/shop/feature'
import type { Feature } from '@/shared/feature'

/** All there is, in the order in which it stands in the menu. */
export const features: readonly Feature[] = [
  shop,
  numbers,
  callplans,
  prompts,
  calls,
  identity,
]
