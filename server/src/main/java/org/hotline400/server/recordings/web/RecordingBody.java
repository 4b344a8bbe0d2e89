package org.hotline400.server.recordings.web;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.recordings.RecordingSummary;

/// A recording on the wire.
///
/// @param kind `conversation` or `voicemail`
/// @param state `complete`, `incomplete` (the disk was full or the process ended) or `deleted`
/// @param lengthMs of the audio, milliseconds
/// @param bytes of the sealed file on our disk; the WAV is about twice that
/// @param sha256 of the sealed file, as in a deletion certificate
/// @param deleteAfter when retention ends
/// @param legalHold kept beyond that
public record RecordingBody(
        UUID id,
        UUID tenant,
        UUID call,
        String number,
        String kind,
        String state,
        Instant startedAt,
        long lengthMs,
        long bytes,
        String sha256,
        Instant deleteAfter,
        boolean legalHold) {

    static RecordingBody of(RecordingSummary recording) {
        return new RecordingBody(
                recording.id().value(),
                recording.tenant().value(),
                recording.call().value(),
                recording.number().digits(),
                recording.kind().code(),
                recording.state().code(),
                recording.startedAt(),
                recording.length().toMillis(),
                recording.bytes(),
                recording.sha256(),
                recording.deleteAfter(),
                recording.legalHold());
    }
}
