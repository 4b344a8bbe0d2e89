import type { Body } from '@/shared/api/client'

/** What a number costs now: by the cheapest promotion that it is in, which the platform names first, or by the price list. */
export function fee(offer: Pick<Body<'OfferBody'>, 'price' | 'promotions'>): string {
  return offer.promotions[0]?.setUpFee ?? offer.price.setUpFee
}
