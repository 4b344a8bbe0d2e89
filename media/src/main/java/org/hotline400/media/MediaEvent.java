package org.hotline400.media;

import java.net.InetSocketAddress;
import java.time.Duration;

/// What a port tells its listener.
public sealed interface MediaEvent {

    /// A key was pressed: told once, at its first packet (RFC 4733), so that a menu reacts at once. `key` is
    /// 0–9, `*`, `#` or A–D.
    record KeyPressed(char key) implements MediaEvent {}

    /// The first RTP packet came; from now on only this source is heard and answered (latching). Told again
    /// after each [MediaPort#connect] that changed something or found the source gone. The source must have the
    /// IP address of [StreamTerms#remote], unless that is one which cannot be reached from outside (private or
    /// carrier NAT): then it may be any.
    record Latched(InetSocketAddress source) implements MediaEvent {}

    /// The playback ended by itself (not told when it was stopped or replaced).
    record Played(Playback playback) implements MediaEvent {}

    /// Nothing at all, neither audio nor a report, has arrived for as long as [MediaPort#expect] allows. Told
    /// once; told again when the peer came back and went silent again.
    record Silent(Duration since) implements MediaEvent {}
}
