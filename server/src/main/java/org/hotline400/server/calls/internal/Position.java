package org.hotline400.server.calls.internal;

/// A place in the journal.
///
/// @param segment number of the file
/// @param offset bytes from its beginning
public record Position(long segment, long offset) implements Comparable<Position> {
    static final Position BEGINNING = new Position(0, 0);

    @Override
    public int compareTo(Position other) {
        int bySegment = Long.compare(segment, other.segment);
        return bySegment != 0 ? bySegment : Long.compare(offset, other.offset);
    }
}
