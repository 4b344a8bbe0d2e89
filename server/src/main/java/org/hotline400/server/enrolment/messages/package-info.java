/// What an applicant is told, at each change of his application and before its deadline: kept for the console, and
/// sent to the handler by mail and text message.
///
/// **Owns.** Table `enrolment.messages`, the texts in `enrolment/messages.json`, validated when the server starts.
/// **Publishes.** [Messages]. **Asks for** `Messenger`. **Invariants.** A message is written in the transaction of
/// what it tells: none of what did not happen, none lost. Of one occasion there is one.
@NullMarked
package org.hotline400.server.enrolment.messages;

import org.jspecify.annotations.NullMarked;
