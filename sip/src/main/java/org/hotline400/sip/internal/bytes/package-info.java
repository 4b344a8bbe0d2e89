/// What is remembered by the hundred thousand, as bytes and not as objects.
///
/// **Purpose.** A collector looks at every object that lives and moves it once or twice before it is forgotten some
/// seconds later: with thousands of calls a second that would be more work than all the rest of a call.
/// **Owns.** The ring of chunks, and how an address is written. **Invariants.** What was first in is first out; nothing
/// here knows what the bytes mean.
@NullMarked
package org.hotline400.sip.internal.bytes;

import org.jspecify.annotations.NullMarked;
