/// The messages of each call, for its ladder.
///
/// **Owns.** What was sent and received, bounded in bytes, forgotten by age. **Invariants.** Nothing here waits
/// or fails a message; a flood of strangers pushes out no call's messages; the collector has one object a call
/// to look at, none a message.
@NullMarked
package org.hotline400.sip.internal.trace;

import org.jspecify.annotations.NullMarked;
