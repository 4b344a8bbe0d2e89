package org.hotline400.server.telephony;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.calls.CallDetail;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.recordings.RecordingSummary;
import org.hotline400.server.recordings.Recordings;
import org.springframework.stereotype.Component;

/// Joins calls with their recordings: `telephony` made both.
@Component
class RecordingsOfCalls implements CallDetail {
    private final Recordings recordings;

    RecordingsOfCalls(Recordings recordings) {
        this.recordings = recordings;
    }

    @Override
    public String name() {
        return "recordings";
    }

    @Override
    public Map<CallId, Object> of(Collection<CallRecord> calls) {
        var ids = calls.stream().map(CallRecord::id).collect(Collectors.toSet());
        return Map.copyOf(recordings.ofCalls(ids).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, of -> shown(of.getKey(), of.getValue()))));
    }

    private static List<Shown> shown(CallId call, List<RecordingSummary> recordings) {
        return recordings.stream()
                .map(one -> new Shown(
                        one.id().value(),
                        one.kind().code(),
                        one.state().name().toLowerCase(Locale.ROOT),
                        one.startedAt(),
                        one.length().toMillis(),
                        one.deleteAfter(),
                        "/api/v1/calls/" + call + "/recording"))
                .toList();
    }

    /// A recording as it stands with its call.
    ///
    /// @param kind `conversation` or `voicemail`
    /// @param audio where the WAV is
    record Shown(
            UUID id, String kind, String state, Instant startedAt, long lengthMs, Instant deleteAfter, String audio) {}
}
