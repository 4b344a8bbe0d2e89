package org.hotline400.server.calls;

import java.time.Duration;

/// How long a conversation may go on.
///
/// @param atMost ends the talk, however lively
/// @param silence ends it when neither side has sent a packet for this long
public record TalkTerms(Duration atMost, Duration silence) {}
