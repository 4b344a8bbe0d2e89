/// The register (台账) of who holds which number for what, and the yearly check that it is still true.
///
/// **Owns.** Tables `enrolment.register_entries`, `enrolment.re_verifications`. **Publishes.** [Register],
/// [Reverifications]. **Invariants.** Each number in service that came by an application has one entry without end;
/// entries are ended, never removed; persons stand in it masked. What is not confirmed in time proposes a suspension
/// to the operator and suspends nothing.
@NullMarked
package org.hotline400.server.enrolment.register;

import org.jspecify.annotations.NullMarked;
