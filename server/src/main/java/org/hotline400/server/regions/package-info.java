/// Where callers are: which province and city a calling number belongs to.
///
/// **Publishes.** `Region`, `Regions`.
///
/// **Invariants.** A look-up has no I/O. What is not known is `Region.UNKNOWN`, never a guess.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package org.hotline400.server.regions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
