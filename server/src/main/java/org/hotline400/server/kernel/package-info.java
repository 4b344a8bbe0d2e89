/// Words that every module speaks: ids, numbers, money, time.
///
/// **Invariants.** Values validate themselves; no I/O, no Spring.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.hotline400.server.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
