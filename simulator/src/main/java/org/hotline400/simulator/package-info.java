/// A carrier in a box: phones that call and answer with real SIP and real audio, press keys, listen, record, and
/// misbehave on request.
///
/// **Purpose.** Let a newcomer hear a call without a trunk, and let a test prove audio both ways. A [Simulator]
/// owns one [Carrier]; the carrier routes what it is sent to its [SimulatedPhone]s by number and places calls for
/// them.
///
/// **Owns.** One SIP endpoint, one media engine, and the [Wire] in front of the endpoint on which messages can be
/// lost.
///
/// **Publishes.** [Call]s, each with what was heard on it; the requests that came in, for a test to look at.
///
/// **Invariants.** A call costs one virtual thread and its two sockets: hundreds at once are fine. Every wait takes
/// a bound. What is heard and what is captured is bounded too. Nothing here trusts or imitates the platform: it
/// speaks only what is on the wire.
@NullMarked
package org.hotline400.simulator;

import org.jspecify.annotations.NullMarked;
