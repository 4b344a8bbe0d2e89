package org.hotline400.server.calls.internal;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The newest entries of the journal, in memory, for the writer that carries them into the database: what it has not
/// fetched yet. When it falls behind they are let go, and it reads them from the files. Guarded by the journal's lock.
final class HandOver {
    /// As many bytes of the journal; the objects take about twice as much.
    static final int MOST_BYTES = 16 * 1024 * 1024;

    private final long most;
    private List<JournalEntry> entries = new ArrayList<>();
    private Position from;
    private Position to;
    private long bytes;

    HandOver(long most, Position begin) {
        this.most = most;
        this.from = begin;
        this.to = begin;
    }

    /// Takes an entry that was written.
    ///
    /// @param end where the journal ends with it; what a new segment repeats counts as part of its first entry
    void add(JournalEntry entry, int length, Position end) {
        if (bytes + length > most) {
            letGo();
        }
        entries.add(entry);
        bytes += length;
        to = end;
    }

    /// The journal goes on elsewhere, whether or not an entry follows there at once.
    void movedTo(Position end) {
        to = end;
    }

    /// Forgets what is kept here: the files have it.
    void letGo() {
        entries = new ArrayList<>();
        bytes = 0;
        from = to;
    }

    boolean isHalfFull() {
        return bytes > most / 2;
    }

    /// Where what is kept here begins.
    Position from() {
        return from;
    }

    /// Gives away everything kept here; null unless it begins at that very place.
    JournalFolder.@Nullable Batch fetch(Position place) {
        if (!from.equals(place)) {
            return null;
        }
        var batch = new JournalFolder.Batch(entries, to);
        letGo();
        return batch;
    }
}
