/// Puts the number of an approved and paid application into service: number, first call plan, contract.
///
/// **Owns.** Table `enrolment.provisionings`: what is to be done, and how often it failed. The contract is signed in
/// `tariffs.contracts`, with the application's id. **Invariants.** What is to be done is written in the transaction
/// that approved or paid, so that no crash loses it. Each step may be done twice and then changes nothing. A failure
/// is tried again, less and less often, and shown to the operator.
@NullMarked
package org.hotline400.server.enrolment.provisioning;

import org.jspecify.annotations.NullMarked;
