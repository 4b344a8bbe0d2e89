/// Words that every module speaks: ids, numbers, money, time, invalid input, pages — and the server's
/// settings.
///
/// **Invariants.** Values validate themselves; no I/O, and of Spring only the annotations that bind the
/// settings.
@NullMarked
@ApplicationModule(allowedDependencies = {})
package org.hotline400.server.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
