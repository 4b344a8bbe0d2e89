/// Which numbers the operator may sell: the carriers' segments as dated data, and what imports say of ranges and single
/// numbers.
///
/// **Owns.** Tables `numbers.segments`, `numbers.stock_imports`, `numbers.stock_ranges`. **Publishes.** `Stock` (the
/// carrier of a number, and the set that is on sale today), `SegmentTable`, `NumberCarrier`. **Invariants.** Every number has at most one
/// carrier on a day; unknown segments are off sale; the later import wins; an import takes effect whole or not at all, and can be
/// tried without effect. There is no row for each number.
@NullMarked
package org.hotline400.server.numbers.stock;

import org.jspecify.annotations.NullMarked;
