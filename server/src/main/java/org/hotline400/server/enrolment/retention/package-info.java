/// How long persons and papers of applications are kept, and their deletion so that it can be proved.
///
/// **Owns.** Tables `enrolment.legal_holds`, `enrolment.deletion_certificates`. **Publishes.** [LegalHolds],
/// [PersonDeletions]. **Invariants.** What is held is not deleted. A certificate is there when
/// and only when persons, messages and papers are gone. What says nothing of persons stays: the application, its
/// history, the register.
@NullMarked
package org.hotline400.server.enrolment.retention;

import org.jspecify.annotations.NullMarked;
