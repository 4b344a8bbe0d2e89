/// The operator's campaigns: some numbers cheaper for a while, up to a quota.
///
/// **Owns.** Tables `numbers.promotions`, `numbers.promotion_uses`. **Publishes.** `Promotions` (those that run
/// now, and taking a number by one of them; topic `number-promotions`), `Campaigns` (the operator's changes),
/// `Promotion`, `PromotedNumbers` (a port: what a query finds). **Invariants.** A promotion's quota is never
/// exceeded, under any concurrency; its numbers are those that its query finds, so it needs no row for each; it
/// never makes a number dearer; of several the best for the buyer counts; one that has begun is not changed,
/// only ended; what an order was promised stays promised.
@NullMarked
@NamedInterface("promotions")
package org.hotline400.server.numbers.promotions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
