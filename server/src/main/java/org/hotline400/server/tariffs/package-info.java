/// What is sold beside numbers: the packages with their rent, bundled minutes and terms.
///
/// **Owns.** The packages as data (`tariffs/packages.json`), validated when the server starts. **Publishes.**
/// [Tariffs], [Tariff]. **Invariants.** An edition once sold never changes: a new one takes its place on its
/// first day, and a contract keeps the one it was made with. Prices are exact.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
