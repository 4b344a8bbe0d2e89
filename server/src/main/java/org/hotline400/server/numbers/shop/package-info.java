/// Where numbers are found and bought: the catalogue as it stands now, with its prices, promotions and
/// meanings.
///
/// **Owns.** The catalogue that follows every change of numbers, stock, prices, classes and promotions within a
/// second; nothing in the database. **Publishes.** `NumberShop`, `ShopWindow`; `PromotedNumbers` for the
/// promotions. **Invariants.** It is built beside start-up and calls never wait for it; until it stands a
/// search says so (503 with Retry-After); what is found can be had when it was looked at, and only a hold keeps
/// it.
@NullMarked
package org.hotline400.server.numbers.shop;

import org.jspecify.annotations.NullMarked;
