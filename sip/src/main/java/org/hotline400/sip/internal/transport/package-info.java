/// The sockets and the one thread that serves them.
///
/// **Owns.** The UDP channel, the TCP and TLS listeners and connections, the WebSocket connections that a web
/// container hands over (their sockets stay the container's), the inbox of commands, the clock that moves the
/// timer wheel. **Invariants.** Bounded are: the inbox; connections in all, those that others opened, and those
/// of one address (an IPv6 /64); what waits to be written on a connection, and, of a WebSocket, what waits to
/// be read; a message's size; every phase of a connection, up to its first whole message, and of a WebSocket up
/// to its first registration or call. Whoever does not read what we write is not read either, unless we opened
/// the connection. The work of reading a stream grows with its bytes alone. Over TLS a host name is served only
/// by a connection that we opened for it and whose certificate was for it; who goes by address takes whatever
/// connection leads there. No failure of a message, a command, a timer or a socket ends the thread; if it ends
/// all the same, the legs end and the sockets close. The handshakes of TLS are worked out on two other threads.
@NullMarked
package org.hotline400.sip.internal.transport;

import org.jspecify.annotations.NullMarked;
