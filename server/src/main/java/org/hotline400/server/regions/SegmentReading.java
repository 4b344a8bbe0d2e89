package org.hotline400.server.regions;

import java.util.List;
import org.hotline400.server.kernel.Violation;

/// What became of reading a segment file.
///
/// @param segments of the sound rows
/// @param rows read, the heading not counted
/// @param bad rows among them
/// @param faults of the bad rows, at most a hundred
public record SegmentReading(Segments segments, int rows, int bad, List<Violation> faults) {
    public SegmentReading {
        faults = List.copyOf(faults);
    }
}
