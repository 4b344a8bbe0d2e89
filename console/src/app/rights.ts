import type { Me } from '@/shared/api/client'
import { isOperator, type Feature, type Place } from '@/shared/feature'

/** The place in the menu of a page, or of the page above it in the same feature: `/desk/reviews` of `/desk/reviews/:id`. */
function placeOf(features: readonly Feature[], path: string): Place | undefined {
  const feature = features.find((one) => one.routes.some((route) => route.path === path))
  return feature?.places.filter(({ to }) => path === to || path.startsWith(`${to}/`)).toSorted((one, other) => other.to.length - one.to.length)[0]
}

/**
 * Whether somebody may open a page, by its route's path: who does not see its place in the menu may not. The operator's people, who act for
 * every enterprise, may open an enterprise's pages, though their menu has none of them.
 */
export function mayOpen(features: readonly Feature[], path: string, who: Me | undefined): boolean {
  const place = placeOf(features, path)
  return place === undefined || place.seen(who) || (place.group !== 'desk' && isOperator(who))
}
