/// `./hotline bench media`: two-party calls with real SIP and RTP through a running platform.
///
/// **Purpose.** Tells how many calls at once the platform carries without losing a packet, how long a packet is
/// on its way, and what a call costs in memory. Judges the media engine and therefore shares no code with it.
///
/// **Owns.** A SIP user agent that is both the carrier a caller comes from and the one a target is reached
/// through ([TrunkAgent]); an RTP generator of few sockets that speaks for all of them ([RtpLoad]).
///
/// **How it counts.** Every packet carries a [Stamp] in its payload. The callee sends each packet back; both
/// ends count what comes, once. A packet counts when it was sent within the measured time; the seconds before,
/// in which calls are set up and ports latch to their sources, are left out. What the kernel dropped at the
/// generator's own sockets is told apart from what the platform lost.
///
/// **Invariants.** The generator's loop allocates nothing and never bursts: packets that are more than a frame
/// late are left out, and counted. Every wait is bounded.
@NullMarked
package org.hotline400.bench.media;

import org.jspecify.annotations.NullMarked;
