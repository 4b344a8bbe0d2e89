/// What calls cost, in real time and to the micro-yuan.
///
/// **Owns.** So far only [org.hotline400.server.charging.rating], the pure arithmetic; reservations come with the
/// ledger.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.hotline400.server.charging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
