/// Lists of callers that an enterprise keeps: blacklists, allow-only lists, VIP lists, grey lists with a PIN.
/// The operator's own blacklists count for the whole platform.
///
/// **Owns.** Schema `lists`. **Publishes.** `ListDirectory` (for calls, from memory), `CallerList` (the pure
/// core: does it cover a caller), `CallerLists` (changes), `ListFiles` (CSV). **Needs.** `ListUse`, implemented
/// by whoever names lists.
///
/// **Invariants.** A look-up has no I/O and no lock. A change is live on this node when it returns, elsewhere
/// within a second; of a large list only the changed entries are read again. An import counts as a whole or not
/// at all. PINs are kept as salted hashes and never shown. An entry that has expired covers nobody.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "regions", "database", "web", "identity", "identity :: audit"})
package org.hotline400.server.lists;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
