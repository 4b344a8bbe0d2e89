package org.hotline400.server.regions.internal;

import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.regions.MobileLines;
import org.hotline400.server.regions.MobileTable;
import org.hotline400.server.regions.Overrides;
import org.hotline400.server.regions.Region;
import org.hotline400.server.regions.RegionIndex;
import org.hotline400.server.regions.RegionTable;
import org.hotline400.server.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// The index that calls are asked of now: at most a second behind the database, and there while it is away.
///
/// The table of mobiles is made beside the first calls, once the server is up, so that the start does not
/// wait for it. Until then the library answers for mobiles, and imported segments are not yet in force.
@Component
public class LiveRegions implements Regions {
    private static final Logger LOG = LoggerFactory.getLogger(LiveRegions.class);

    private final StoredOverrides overrides;
    private final StoredSegments segments;
    private volatile RegionIndex index = new RegionIndex(RegionTable.own(), MobileLines.slow(), Overrides.NONE);
    /// What the library says, without segments; null until it is made.
    private @Nullable MobileTable library;
    /// Of the segments in the index.
    private int version;

    LiveRegions(StoredOverrides overrides, StoredSegments segments, ConfigurationChanges changes) {
        this.overrides = overrides;
        this.segments = segments;
        changes.subscribe("regions", this::refresh);
    }

    @Override
    public Region of(CallerNumber caller) {
        return index.of(caller);
    }

    /// The index of this moment.
    public RegionIndex index() {
        return index;
    }

    @EventListener(ApplicationReadyEvent.class)
    void makeTableBeside() {
        Thread.ofPlatform().daemon().name("regions-table").start(this::makeTable);
    }

    void makeTable() {
        take(MobileLines.table());
        try {
            refresh();
        } catch (RuntimeException e) {
            LOG.warn("imported segments are in force only when the database is back: {}", e.getMessage());
        }
    }

    private synchronized void take(MobileTable made) {
        library = made;
        index = new RegionIndex(index.table(), made, index.overrides());
    }

    /// Reads what has changed: at once what this node changes, when it is told what another one does.
    public synchronized void refresh() {
        var now = Overrides.of(overrides.all());
        index = new RegionIndex(index.table(), mobiles(), now);
    }

    private MobileLines mobiles() {
        var made = library;
        int newest = made == null ? version : segments.newest();
        if (made == null || newest == version) {
            return index.mobiles();
        }
        var with = segments.read(newest).map(made::with).orElse(made);
        version = newest;
        return with;
    }
}
