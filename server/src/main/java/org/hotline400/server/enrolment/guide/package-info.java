/// What an applicant should know before he chooses, and by which ways the operator takes in applications.
///
/// **Owns.** `enrolment/carriers.json` and `enrolment/channels.json`, validated when the server starts.
/// **Publishes.** [CarrierGuide], [ChannelPolicy]. **Invariants.** Every way only takes in; the operator approves.
@NullMarked
package org.hotline400.server.enrolment.guide;

import org.jspecify.annotations.NullMarked;
