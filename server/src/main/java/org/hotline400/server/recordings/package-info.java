/// Recordings of calls and voicemails: stored encrypted under the key of their tenant, kept for their time,
/// exported, deleted for certain.
///
/// **Owns.** Schema `recordings`, the folder `recordings`. Knows calls only by id; the keys are the
/// [vault](org.hotline400.server.vault)'s.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "web", "identity", "identity :: audit", "vault", "vault :: cipher"
        })
package org.hotline400.server.recordings;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
