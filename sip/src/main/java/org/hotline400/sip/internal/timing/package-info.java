/// Time for the state machines: a hashed wheel of 10 ms ticks that is told what time it is. And the time
/// between two lines of a log that others could fill.
///
/// **Invariants.** The wheel is touched by the loop's thread alone and reads no clock, so a test moves time
/// at will.
@NullMarked
package org.hotline400.sip.internal.timing;

import org.jspecify.annotations.NullMarked;
