/// The bench: what `./hotline bench` starts.
///
/// **Purpose.** Measures the platform as a process, from outside, with load that others wrote or that shares no
/// code with it, and sets the figures beside those of its peers.
///
/// **Invariants.** Everything is on loopback. What the bench starts ends with it, also on Ctrl-C and on
/// failure, and its folders are removed. Exit codes: 0 measured, 1 failed (the line before says why), 2 wrong
/// usage. Whether an aim was met is told by the report, not by the exit code.
@NullMarked
package org.hotline400.bench;

import org.jspecify.annotations.NullMarked;
