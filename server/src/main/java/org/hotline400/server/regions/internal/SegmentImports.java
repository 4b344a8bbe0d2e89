package org.hotline400.server.regions.internal;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.hotline400.server.kernel.InvalidInputException;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.regions.MobileTable;
import org.hotline400.server.regions.RegionTable;
import org.hotline400.server.regions.SegmentFile;
import org.hotline400.server.regions.SegmentReading;
import org.hotline400.server.regions.SegmentVersion;
import org.hotline400.server.regions.Segments;
import org.springframework.stereotype.Component;

/// Imports segment files, one at a time: each takes some 20 MB while it is read.
@Component
public class SegmentImports {
    private final StoredSegments stored;
    private final LiveRegions live;
    private final Semaphore turn = new Semaphore(1);

    SegmentImports(StoredSegments stored, LiveRegions live) {
        this.stored = stored;
        this.live = live;
    }

    /// What an import did, or would do.
    ///
    /// @param bad rows; a file with any is imported as a whole or not at all, so not at all
    /// @param faults of the bad rows, at most a hundred
    /// @param segments that the sound rows tell
    /// @param added of them nothing was known before
    /// @param changed another city or province was known before
    /// @param version that is in force now; empty after a dry run
    public record Report(
            int rows,
            int bad,
            List<Violation> faults,
            int segments,
            int added,
            int changed,
            Optional<SegmentVersion> version) {}

    /// Reads a file and says what it would change.
    ///
    /// @return empty while another file is being read
    /// @throws InvalidInputException when the file as such is refused
    public Optional<Report> rehearse(InputStream file) throws IOException {
        return inTurn(file, (reading, differences) -> report(reading, differences, Optional.empty()));
    }

    /// Puts a file in force, or nothing of it.
    ///
    /// @return empty while another file is being read
    /// @throws InvalidInputException when the file as such is refused, or a row is bad
    public Optional<Report> run(InputStream file, StoredSegments.Label label) throws IOException {
        return inTurn(file, (reading, differences) -> {
            refuseBad(reading);
            var version = stored.add(reading.segments(), label);
            live.refresh();
            return report(reading, differences, Optional.of(version));
        });
    }

    /// Withdraws an import; when it was the newest, the one before is in force again.
    ///
    /// @return false when there was none, or it was withdrawn before
    public boolean withdraw(int version) {
        boolean withdrawn = stored.withdraw(version);
        live.refresh();
        return withdrawn;
    }

    @FunctionalInterface
    private interface Work {
        Report on(SegmentReading reading, Differences differences);
    }

    private Optional<Report> inTurn(InputStream file, Work work) throws IOException {
        if (!turn.tryAcquire()) {
            return Optional.empty();
        }
        try {
            var reading = SegmentFile.read(file, RegionTable.own());
            return Optional.of(work.on(reading, differences(reading.segments())));
        } finally {
            turn.release();
        }
    }

    private static void refuseBad(SegmentReading reading) {
        if (reading.bad() > 0) {
            var violations = new ArrayList<Violation>();
            violations.add(new Violation(
                    "lines",
                    "regions.bad-rows",
                    reading.bad() + " of " + reading.rows() + " rows are wrong, nothing was imported"));
            violations.addAll(reading.faults());
            throw new InvalidInputException(violations);
        }
        if (reading.rows() == 0) {
            throw new InvalidInputException(
                    List.of(new Violation("lines", "regions.empty", "there are none; nothing was imported")));
        }
    }

    private record Differences(int added, int changed) {}

    /// None while the table is still being made.
    private Differences differences(Segments segments) {
        return live.index().mobiles() instanceof MobileTable table
                ? differences(segments, table)
                : new Differences(0, 0);
    }

    private static Differences differences(Segments segments, MobileTable table) {
        int[] counts = new int[2];
        segments.forEach((segment, place, carrier) -> {
            var known = table.ofSegment(segment);
            counts[0] += known.isUnknown() ? 1 : 0;
            counts[1] += known.isUnknown() || known.adcode().equals(place.adcode()) ? 0 : 1;
        });
        return new Differences(counts[0], counts[1]);
    }

    private static Report report(SegmentReading reading, Differences found, Optional<SegmentVersion> version) {
        return new Report(
                reading.rows(),
                reading.bad(),
                reading.faults(),
                reading.segments().count(),
                found.added(),
                found.changed(),
                version);
    }
}
