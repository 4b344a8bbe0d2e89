/// What callers hear that is no person: system prompts (in the jar, Chinese and English) and the prompts of tenants
/// (in PostgreSQL).
///
/// **Owns.** Schema `prompts`. **Invariants.** A prompt that is looked up is there in memory: no call waits for a
/// disk or a database.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.prompts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
