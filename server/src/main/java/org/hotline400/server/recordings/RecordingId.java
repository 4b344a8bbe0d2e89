package org.hotline400.server.recordings;

import com.github.f4b6a3.uuid.UuidCreator;
import java.util.UUID;

/// One recording, a UUIDv7: sorts by time. A call may have several (a conversation, then a voicemail).
public record RecordingId(UUID value) {

    public static RecordingId next() {
        return new RecordingId(UuidCreator.getTimeOrderedEpoch());
    }

    /// @throws IllegalArgumentException when this is no UUID
    public static RecordingId of(String text) {
        return new RecordingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
