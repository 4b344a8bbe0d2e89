/// What is sold beside numbers: the packages with their rent, bundled minutes and terms.
///
/// **Owns.** The packages as data. **Publishes.** `Tariffs`, [Tariff].
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.tariffs;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
