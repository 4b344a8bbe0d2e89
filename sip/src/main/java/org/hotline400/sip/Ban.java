package org.hotline400.sip;

import java.time.Instant;

/// A source whose messages are dropped unread for a while.
///
/// @param source an IPv4 address, or the /64 of an IPv6 one, as text
/// @param why the offence that tipped the scales, in plain words
public record Ban(String source, Instant since, Instant until, String why) {}
