/// What callers hear that is no person: system prompts (in the jar, Chinese and English), the prompts of
/// tenants (in PostgreSQL, in versions), text read aloud, and values put into words ([Speech]).
///
/// **Owns.** Schema `prompts`. **Ports.** [PromptUse], answered by whoever refers to prompts;
/// [SpeechSynthesis]. **Invariants.** A prompt that is looked up is there in memory: no call waits for a disk
/// or a database. What is uploaded is kept as a telephone plays it, speech at one level; a file that cannot be
/// used changes nothing.
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "database", "web", "identity"})
package org.hotline400.server.prompts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
