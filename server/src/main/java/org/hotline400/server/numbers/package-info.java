/// The 400 numbers that somebody has or had: whose they are, in which state, and what has happened to them.
/// (All ten million are in `catalogue`.)
///
/// **Owns.** Tables `numbers.hotline_numbers` and `numbers.transitions`, with a row for each number that
/// somebody ever wanted; it alone changes a number's status. **Ports.** `OnSale`, answered by `stock`.
/// **Publishes.** `HotlineNumbers` for changes, `NumberDirectory` for live calls and the catalogue, a
/// `NumberFact` for each change. **Invariants.** A change follows `NumberLifeCycle`, holds its number's lock
/// and leaves a record that cannot be changed, all in one transaction. A number is one tenant's at a time;
/// what is in somebody's cart goes to him or, after that, to others. What has run out counts as such before
/// the timer has come by.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
