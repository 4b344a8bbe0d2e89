/// SIP messages as bytes with an index over them (RFC 3261 §7).
///
/// **Purpose.** Find the header lines of a message once, decode a value only when somebody asks for it, and write
/// messages.
/// **Invariants.** Any bytes give a message or a [org.hotline400.sip.internal.wire.Parsed.Malformed], nothing else.
@NullMarked
package org.hotline400.sip.internal.wire;

import org.jspecify.annotations.NullMarked;
