/// The operator's campaigns: some numbers cheaper for a while, up to a quota.
///
/// **Owns.** Tables `numbers.promotions`, `numbers.promotion_uses`. **Publishes.** `Promotions` (those that run now, with
/// their numbers as sets), `Promotion`. **Invariants.** A promotion's quota is never exceeded, under any concurrency; its
/// numbers are those that its query finds, so it needs no row for each; what an order was promised stays promised.
@NullMarked
package org.hotline400.server.numbers.promotions;

import org.jspecify.annotations.NullMarked;
