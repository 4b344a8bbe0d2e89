/// Calls of SIP phones that none of us wrote: SIPp and baresip ring a running server, and their ears and the
/// server's records say what happened.
///
/// **Invariants.** Each foreign program is started with a bounded life and is gone after the test, whatever its
/// outcome. A test whose program is not installed is skipped and names the Debian package.
@NullMarked
package org.hotline400.server.interop;

import org.jspecify.annotations.NullMarked;
