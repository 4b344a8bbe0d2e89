/// What an application costs, and what became of it: the set-up fee of its number and the rent of its first
/// period, by bank transfer today.
///
/// **Owns.** Tables `enrolment.payments` and `enrolment.payment_entries`. **Ports.** [Payments], a way by which
/// money comes; the bank transfer is built in. **Publishes.** [PaymentDesk], [PaymentAsked] and [RefundOwed] in
/// the transaction of what they tell. **Invariants.** An application has one payment; its price is that of the
/// moment when it was handed in; entries are never changed; one movement on the bank's statement counts once;
/// what is owed back is what came less what the application cost, or all of it when nothing came of it.
@NullMarked
@NamedInterface("payments")
package org.hotline400.server.enrolment.payments;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
