/// The platform under test, as an operator meets it: a process, its API, its database, its use of the machine.
///
/// **Purpose.** Starts and stops it, provisions it over REST, counts its rows, and reads CPU and memory from `/proc`.
///
/// **Owns.** The child processes of a bench ([Children]) and its temporary folders.
///
/// **Invariants.** Every wait is bounded. The platform is the one that `./hotline run` starts, with its flags.
@NullMarked
package org.hotline400.bench.platform;

import org.jspecify.annotations.NullMarked;
