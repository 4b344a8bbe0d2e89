/// Time for the state machines: a hashed wheel of 10 ms ticks that is told what time it is.
///
/// **Invariants.** Touched by the loop's thread alone. The wheel reads no clock, so a test moves time at will.
@NullMarked
package org.hotline400.sip.internal.timing;

import org.jspecify.annotations.NullMarked;
