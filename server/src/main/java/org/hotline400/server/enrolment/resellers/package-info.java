/// The resellers that may take in applications, by their telecommunications licences.
///
/// **Owns.** Table `enrolment.resellers`. **Publishes.** [Resellers], [Reseller]. **Invariants.** A reseller takes in
/// applications only while its licence is valid and the operator has not suspended it; both are warned 60, 30 and 7
/// days before the licence ends.
@NullMarked
package org.hotline400.server.enrolment.resellers;

import org.jspecify.annotations.NullMarked;
