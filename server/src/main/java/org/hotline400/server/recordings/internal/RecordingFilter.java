package org.hotline400.server.recordings.internal;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.recordings.RecordingId;
import org.hotline400.server.recordings.RecordingSummary;

/// Which recordings a list shows.
///
/// @param from begun at or after
/// @param to begun before
/// @param after the last one of the page before
public record RecordingFilter(
        Optional<Instant> from,
        Optional<Instant> to,
        Optional<HotlineNumber> number,
        Optional<CallId> call,
        boolean withDeleted,
        Optional<Place> after) {

    /// A place in the list.
    public record Place(Instant at, RecordingId id) {

        /// Reads what [#toString()] wrote.
        public static Place parse(String cursor) {
            int comma = cursor.indexOf('_');
            try {
                return new Place(
                        Instant.parse(cursor.substring(0, Math.max(0, comma))),
                        RecordingId.of(cursor.substring(comma + 1)));
            } catch (RuntimeException e) {
                throw new IllegalArgumentException("is not the \"next\" of a page before", e);
            }
        }

        public static Place of(RecordingSummary recording) {
            return new Place(recording.startedAt(), recording.id());
        }

        @Override
        public String toString() {
            return at + "_" + id;
        }
    }

    RecordingFilter behind(RecordingSummary last) {
        return new RecordingFilter(from, to, number, call, withDeleted, Optional.of(Place.of(last)));
    }
}
