/// `./hotline bench soak`: an hour of calls, and whether anything grows, leaks or stalls.
///
/// **Purpose.** Finds what short benches cannot: threads, descriptors, sockets or memory that do not come back, and
/// pauses that are rare.
///
/// **How it judges.** What the platform holds is read every ten seconds from `/proc` and from the collector's log. When
/// the load has ended, it must hold no more than it did after the warm-up; while it lasts, memory must not climb. Who
/// had
/// the machine's cores in a long pause is told, and excuses nothing.
@NullMarked
package org.hotline400.bench.soak;

import org.jspecify.annotations.NullMarked;
