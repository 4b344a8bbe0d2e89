package org.hotline400.server.lists;

import java.time.Instant;
import java.util.Optional;

/// An entry as it is kept.
///
/// @param hasPin whether it has a PIN of its own
public record StoredEntry(EntryPattern pattern, String note, Optional<Instant> expiresAt, boolean hasPin) {}
