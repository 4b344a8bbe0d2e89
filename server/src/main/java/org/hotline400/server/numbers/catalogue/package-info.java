/// All ten million numbers in memory, to be searched: an index that is built beside start-up and follows
/// every change within a second. Calls never wait for it.
///
/// The numbers lie in a thousand blocks of ten thousand. A set of numbers is a row of bits for each block;
/// a filter is such a set, a search one walk through the blocks that intersects the rows, counts and keeps
/// the best. The story is told in docs/number-search.md.
///
/// **Owns.** Nothing in the database: what it knows comes from the rules (`grading`), the price list
/// (`prices`), the stock (`stock`), the life cycle and the promotions. **Publishes.** `CatalogueIndex`,
/// `Catalogue`, `NumberQuery`, `Found`. **Invariants.** Immutable: a change makes a new catalogue that
/// shares all that did not change. A number that is not on sale or is somebody's is never found. A
/// search is one walk through the blocks, of some milliseconds at most, and leaves about a hundred kilobytes
/// of garbage.
@NullMarked
@NamedInterface("catalogue")
package org.hotline400.server.numbers.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
