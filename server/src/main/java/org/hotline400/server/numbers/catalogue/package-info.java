/// All ten million numbers in memory, to be searched: an index that is built beside start-up and follows every change
/// within a second. Calls never wait for it.
///
/// A set of numbers is a bitmap over the seven digits (0 to 9,999,999); a filter is such a set, a search their
/// intersection, a facet the size of one more.
///
/// **Owns.** Nothing in the database: what it knows comes from the rules (`grading`), the price list (`prices`), the
/// stock (`stock`), the life cycle and the promotions. **Publishes.** `Catalogue`, `NumberQuery`, `Found`. **Invariants.**
/// Immutable: a change makes a new catalogue that shares all that did not change. A number that is not on sale or is
/// somebody's is never found.
@NullMarked
package org.hotline400.server.numbers.catalogue;

import org.jspecify.annotations.NullMarked;
