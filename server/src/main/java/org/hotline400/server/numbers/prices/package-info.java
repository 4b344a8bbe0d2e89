/// What a number costs to set up and how long it is taken for at least: a price list by class and pattern.
///
/// **Owns.** Table `numbers.price_lists`, and the list in the box (`numbers/prices.json`) that counts until
/// the operator publishes one. **Publishes.** `PriceLists` (which one is in force), `PriceList`,
/// `NumberPrice`. **Invariants.** A list once published never changes, a new one takes its place on its first
/// day; every number has exactly one price, that of the dearest row that fits; whoever orders keeps the price
/// of the moment. (Rent and minutes are `tariffs`'.)
@NullMarked
@NamedInterface("prices")
package org.hotline400.server.numbers.prices;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
