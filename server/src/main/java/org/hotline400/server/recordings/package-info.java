/// Recordings of calls and voicemails: stored encrypted under the key of their tenant, kept for their time,
/// exported, deleted for certain.
///
/// **Owns.** Schema `recordings`, the keys of the tenants. Knows calls only by id.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity", "identity :: audit", "vault"})
package org.hotline400.server.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
