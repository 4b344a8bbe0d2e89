package org.hotline400.sip.internal.transport;

import java.time.Duration;

/// How long a connection may take for what.
///
/// @param connecting until a connection that we open is there: short, as a call may wait for it
/// @param handshake until TLS is agreed on
/// @param firstMessage from then until whoever connected has sent a first whole message, however its bytes trickle in
/// @param idle so long without use, and a connection that others opened is closed
/// @param ownIdle likewise one that we opened: longer than a registration lasts, as calls may come in on it
/// @param ping how often we send a keep-alive on connections that we opened (RFC 5626 §4.4.1)
/// @param pong how long a peer that is known to answer keep-alives may be silent after one (RFC 5626 §4.4.1)
/// @param stuck so long a peer may take nothing of what waits for it
record StreamTimes(
        Duration connecting,
        Duration handshake,
        Duration firstMessage,
        Duration idle,
        Duration ownIdle,
        Duration ping,
        Duration pong,
        Duration stuck) {

    static final StreamTimes USUAL = new StreamTimes(
            Duration.ofSeconds(4),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30),
            Duration.ofMinutes(15),
            Duration.ofHours(2),
            Duration.ofSeconds(90),
            Duration.ofSeconds(10),
            Duration.ofSeconds(30));
}
