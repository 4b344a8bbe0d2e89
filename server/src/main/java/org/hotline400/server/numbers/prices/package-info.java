/// What a number costs to set up and how long it is taken for at least: a price list by class and pattern.
///
/// **Owns.** The price lists, dated and numbered. **Publishes.** `PriceList`, `NumberPrice`. **Invariants.** A list once in
/// force never changes, a new one takes its place; every number has exactly one price; whoever orders keeps the price of the
/// moment. (Rent and minutes are `tariffs`'.)
@NullMarked
package org.hotline400.server.numbers.prices;

import org.jspecify.annotations.NullMarked;
