package org.hotline400.server.calls.internal;

import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.CallId;

/// What an earlier process left in the journal.
///
/// @param orphans the records of calls that were open when it died
/// @param nextSegment a number that is free: nothing is ever appended behind a torn tail
record JournalRecovery(List<CallRecord> orphans, long nextSegment) {
    private static final int BATCH = 1000;

    static JournalRecovery read(JournalFolder folder) throws IOException {
        var open = new LinkedHashMap<CallId, CallRecord>();
        var lastSign = Instant.MIN;
        long last = 0;
        for (var segment : folder.segments()) {
            last = segment;
            lastSign = later(lastSign, readSegment(folder, segment, open));
        }
        var diedAt = lastSign;
        return new JournalRecovery(
                open.values().stream().map(call -> closed(call, diedAt)).toList(), last + 1);
    }

    private static Instant readSegment(JournalFolder folder, long segment, Map<CallId, CallRecord> open)
            throws IOException {
        var lastSign = Instant.MIN;
        var from = new Position(segment, 0);
        var whole = new Position(segment, Long.MAX_VALUE);
        while (true) {
            var batch = folder.read(from, whole, BATCH);
            for (var entry : batch.entries()) {
                lastSign = later(lastSign, note(entry, open));
            }
            if (batch.next().equals(from)) {
                return lastSign;
            }
            from = batch.next();
        }
    }

    /// The sign of life that an entry is.
    private static Instant note(JournalEntry entry, Map<CallId, CallRecord> open) {
        return switch (entry) {
            case JournalEntry.Open began -> {
                open.put(began.call().id(), began.call());
                yield began.call().times().endedAt();
            }
            case JournalEntry.Ended ended -> {
                open.remove(ended.call().id());
                yield Instant.MIN;
            }
            case JournalEntry.Alive alive -> alive.at();
        };
    }

    private static CallRecord closed(CallRecord call, Instant diedAt) {
        return call.endingAt(later(call.times().endedAt(), diedAt));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
