/// The sockets and the one thread that serves them.
///
/// **Owns.** The UDP channel, the TCP and TLS listeners and connections, the inbox of commands, the clock that moves
/// the
/// timer wheel.
/// **Invariants.** Everything is bounded: inbox, connections, bytes waiting on a connection, message size, every
/// phase of a connection. The handshakes of TLS are worked out on two other threads.
@NullMarked
package org.hotline400.sip.internal.transport;

import org.jspecify.annotations.NullMarked;
