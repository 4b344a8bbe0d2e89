/// The 400 numbers that are in service here, whose they are and in which state. (The catalogue of all ten
/// million comes later.)
///
/// **Owns.** Schema `numbers`; it alone changes a number's status. **Publishes.** `NumberDirectory` for live
/// calls, `HotlineNumbers` for changes. **Invariants.** A change follows `NumberLifeCycle`, holds its
/// number's lock and leaves a record that cannot be changed.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.numbers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
