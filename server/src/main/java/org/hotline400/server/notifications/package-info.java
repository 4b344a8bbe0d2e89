/// Tells enterprises what happened on their hotlines: missed calls, voicemails, answers to surveys, limits
/// reached — by webhook, mail or text message. Takes single letters on their way, too: what an applicant hears,
/// mails about accounts.
///
/// **Owns.** Schema `notifications`: subscriptions, events, the outbox of deliveries with their attempts, the
/// cursor into the calls' records, letters. **Publishes.** `Subscriptions`, `Deliveries`. **Implements.**
/// `enrolment.Messenger`, `identity.AccountMail`.
///
/// **Invariants.** The cursor moves in the transaction that writes the deliveries: no call is missed or told
/// twice by us; a receiver may get one twice, with the same id, when we die between its answer and our note of
/// it. Deliveries of one subscription come in no promised order. A receiver that is slow or dead costs others
/// nothing but its share of the connections. An event is told to subscriptions of its own tenant only. A letter is
/// written in the transaction of what it tells, sealed, and its content removed once it is sent.
@NullMarked
@ApplicationModule(
        allowedDependencies = {"kernel", "database", "web", "identity", "vault", "outbound", "calls", "enrolment"})
package org.hotline400.server.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
