/// The call plan language: what an enterprise says shall happen to its calls, in versions that never change once
/// published.
///
/// **Owns.** Schema `callplans`. **Invariants.** A plan is a value: evaluating a step has no I/O.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity", "prompts"})
package org.hotline400.server.callplans;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
