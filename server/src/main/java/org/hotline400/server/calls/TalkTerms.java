package org.hotline400.server.calls;

import java.time.Duration;

/// How long a conversation may go on.
///
/// @param atMost ends the talk, however lively
/// @param silence ends it when a side that should send has sent nothing at all, neither audio nor a report, for
///     this long. Who holds or only listens need not send.
/// @param hold what a party hears while the other one holds, over and over
public record TalkTerms(Duration atMost, Duration silence, Announcement hold) {}
