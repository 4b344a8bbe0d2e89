/// What must not be read by whoever gets hold of database or disk: the master key, a data key for each tenant under
/// it, and what is sealed with them: small secrets, personal fields, files.
///
/// **Owns.** Schema `vault`, the folder `keys`, the store of files.
///
/// **Publishes.** [Seal] for the platform's own small secrets, [TenantSeal] for a tenant's fields, [SealedFiles] for
/// its files, [Fingerprints] to find equal secrets without storing them, [BlobStore].
///
/// **Invariants.** The master key is never in the database nor in a log. What was sealed under an older key can be
/// read after a rotation. A file appears whole or not at all.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.hotline400.server.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
