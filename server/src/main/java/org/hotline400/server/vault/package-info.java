/// What must not be read by whoever gets hold of database or disk: the master key, a data key for each tenant under
/// it, and what is sealed with them: small secrets, personal fields, files.
///
/// **Owns.** Schema `vault`, the folders `keys` and `files`.
///
/// **Publishes.** [Seal] for the platform's own small secrets, [TenantSeal] for a tenant's fields, [SealedFiles] for
/// its files, [Fingerprints] to find equal secrets without storing them, [Signatures] to prove what happened,
/// [BlobStore]; [KeyRing] for recordings, which have a file format of their own; [KeyCustody] for whoever keeps the
/// keys. **Asks for** [MasterKeySource], where the master key is neither in a file nor in the environment.
///
/// **Invariants.** The master key wraps data keys and does nothing else; it is never in the database nor in a log.
/// What was sealed under an older key can be read after a rotation, and after one that broke off at any point. No key
/// is lost by a roll-back. A file appears whole or not at all.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database"})
package org.hotline400.server.vault;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
