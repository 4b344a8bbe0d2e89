/// Keeps strangers and overload from hurting the calls under way.
///
/// **Purpose.** Decide cheaply, before anything is parsed or remembered, whether a message may come in: is its source
/// banned, does it send too much, can the loop keep up? Note who offends.
/// **Owns.** The conduct of sources seen lately and the bans.
/// **Invariants.** Bounded: so many sources, so many bans, the longest unused are forgotten first. A banned source
/// costs a look-up a message, and loses the messages of its calls too. So nobody is banned whom the application trusts
/// or knows or who proved himself lately, and a ban earned by datagrams, whose source can be forged, leaves
/// connections alone: a forger must not be able to cut off a carrier or a phone. Touched by the loop's thread alone,
/// but for the list of bans, which any thread may read.
@NullMarked
package org.hotline400.sip.internal.guard;

import org.jspecify.annotations.NullMarked;
