/// The messages of each call, for its ladder.
///
/// **Owns.** What was sent and received, bounded in bytes, forgotten by age. **Invariants.** Nothing here waits
/// or fails a message; a flood of strangers pushes out no call's messages; the collector has
/// nothing to look at, however many calls are remembered.
@NullMarked
package org.hotline400.sip.internal.trace;

import org.jspecify.annotations.NullMarked;
