/// What the name system knows about SIP servers (RFC 3263, RFC 2782).
///
/// **Purpose.** Ask for addresses and SRV records without holding the loop up, remember the answers as long as their
/// TTL allows, put servers into the order of their priority and weight.
/// **Invariants.** Questions under way, time for each, and the cache are bounded.
@NullMarked
package org.hotline400.sip.internal.naming;

import org.jspecify.annotations.NullMarked;
