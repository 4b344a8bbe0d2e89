package org.hotline400.server.calls;

import java.time.Duration;
import java.util.Optional;

/// What a target that answered has to do before it is connected, so that a voicemail box does not steal the
/// call.
///
/// @param whisper what it alone hears; the caller goes on hearing the far phone ring. May be empty of prompts
/// @param key which it must press (RFC 4733, SIP INFO, or as a tone where it knows no telephone events), at any
///     time from the whisper's first word; empty: hearing the whisper is enough
/// @param patience for that key, counted from the whisper's end
public record Acceptance(Announcement whisper, Optional<Character> key, Duration patience) {}
