package org.hotline400.server.calls;

import java.time.Instant;

/// One line of a call's story in plain words.
///
/// @param zh in Chinese
/// @param en in English
public record StoryLine(Instant at, String zh, String en) {}
