/// The four transaction machines of RFC 3261 §17 with the Accepted state of RFC 6026.
///
/// **Purpose.** Retransmit, absorb retransmissions, match responses to requests, give up in time.
/// **Invariants.** Knows no socket and no clock: it sends through an [org.hotline400.sip.internal.transaction.Outlet]
/// and waits through [org.hotline400.sip.internal.timing.Timers]. A transaction over UDP that only waits for
/// repetitions is its key and the bytes of what it would send (`Dormant`), no object; what comes wakes it. One that
/// needs more (a secret, a connection, a stranger that is counted) keeps its object, and nothing else.
@NullMarked
package org.hotline400.sip.internal.transaction;

import org.jspecify.annotations.NullMarked;
