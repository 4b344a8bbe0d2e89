/// Which numbers the operator may sell: the carriers' segments as dated data, and what imports say of ranges
/// and single numbers.
///
/// **Owns.** Tables `numbers.segments`, `numbers.stock_imports`, `numbers.stock_ranges`. **Publishes.** `Stock`
/// (the carrier of a number, and the set that is on sale today; topic `number-stock`), `StockTable` (the same
/// for any day, without a database), `Segments` and `StockImports` (the operator's changes), `NumberCarrier`.
/// **Invariants.** Every number has at most one carrier on a day; what has none is off sale; the longest prefix
/// counts; the later import wins, and puts nothing on sale of a segment that is not; an import takes effect
/// whole or not at all, and can be tried without effect. There is no row for each number.
@NullMarked
@NamedInterface("stock")
package org.hotline400.server.numbers.stock;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
