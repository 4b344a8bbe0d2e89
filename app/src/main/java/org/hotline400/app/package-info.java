/// The command line: what `./hotline` starts.
///
/// **Purpose.** One class a command. Commands read options, call the modules, and speak to a person: everything they
/// print is plain words, and every failure is one line that names what is wrong and the fix.
///
/// **Invariants.** Exit codes: 0 done, 1 failed (the line before says why), 2 wrong usage; a command that tells more
/// with its code says so in its `--help`.
@NullMarked
package org.hotline400.app;

import org.jspecify.annotations.NullMarked;
