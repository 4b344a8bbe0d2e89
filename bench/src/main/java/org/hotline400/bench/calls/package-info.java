/// How many calls a second: `./hotline bench calls`.
///
/// **Purpose.** SIPp as callers and as the carrier behind the trunk, the platform between them, and Kamailio in
/// its place for comparison.
///
/// **Invariants.** A rate counts as carried only when less than one call in a thousand failed and the
/// platform's records are as many as SIPp's successes.
@NullMarked
package org.hotline400.bench.calls;

import org.jspecify.annotations.NullMarked;
