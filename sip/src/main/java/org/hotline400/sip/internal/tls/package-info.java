/// Who shows which certificate, and who is believed (RFC 5922, RFC 3261 §26.3).
///
/// **Purpose.** Read keys and certificates from files, read them again when they change, check a peer's certificate
/// against the SIP domain it should be for.
/// **Invariants.** Reads files and checks signatures, so nothing here runs on the loop.
@NullMarked
package org.hotline400.sip.internal.tls;

import org.jspecify.annotations.NullMarked;
