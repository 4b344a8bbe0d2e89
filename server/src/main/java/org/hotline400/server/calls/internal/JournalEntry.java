package org.hotline400.server.calls.internal;

import java.time.Instant;
import org.hotline400.server.calls.CallRecord;

/// One entry of the journal.
public sealed interface JournalEntry {

    /// A call began, or went on: its record as it would be if the process died now, closed as a platform failure.
    record Open(CallRecord call) implements JournalEntry {}

    /// A call is over; its record.
    record Ended(CallRecord call) implements JournalEntry {}

    /// The process lived.
    record Alive(Instant at) implements JournalEntry {}
}
