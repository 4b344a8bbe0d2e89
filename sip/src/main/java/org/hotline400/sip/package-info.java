/// SIP user agents on one event loop (RFC 3261), for servers that answer and place very many calls.
///
/// **Purpose.** Parse, transport, retransmit, match: everything between the bytes of a socket and the events of a
/// call leg. An application hands in a [SipApplication] and speaks through [SipLeg]s; it never sees a transaction,
/// a branch or a timer.
///
/// **Owns.** The sockets (UDP, TCP, TLS), the transactions and their timers, the dialogs, digest credentials in flight,
/// the message trace of each call (the "ladder").
///
/// Beside the stack stands the [Registrar], which an application asks with the REGISTER requests it has authenticated.
///
/// **Publishes.** [LegEvent]s to each leg's listener and new legs to the application, all on the loop's thread: a
/// listener must not block, it normally puts the event into the mailbox of the call's own thread.
///
/// **Invariants.** One thread (the loop) touches transactions, dialogs and sockets; every public method may be
/// called from any thread and returns at once (it posts to the loop's bounded inbox). No message, however
/// malformed, ends the loop. Every leg ends with exactly one [LegEvent.Ended] or [LegEvent.Rejected], in bounded
/// time, whatever the peer does. Events of one leg arrive in order.
@NullMarked
package org.hotline400.sip;

import org.jspecify.annotations.NullMarked;
