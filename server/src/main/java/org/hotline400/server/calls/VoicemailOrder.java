package org.hotline400.server.calls;

import java.time.Duration;

/// How a message is taken.
///
/// @param stopKey ends the message; `#` by default
/// @param atMost longest message
/// @param silence this long without sound ends it
public record VoicemailOrder(RecordingOrder recording, char stopKey, Duration atMost, Duration silence) {}
