package org.hotline400.bench.calls;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.hotline400.bench.platform.CallRows;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.ProcessUsage;

/// The platform, with its records.
final class PlatformRoad implements Road {
    private static final Duration WRITTEN_WITHIN = Duration.ofMinutes(2);

    private final PlatformUnderTest platform;
    private final CallRows rows;
    private long before;

    PlatformRoad(PlatformUnderTest platform, CallRows rows) {
        this.platform = platform;
        this.rows = rows;
    }

    @Override
    public String name() {
        return "Hotline400";
    }

    @Override
    public InetSocketAddress sip() {
        return platform.sip();
    }

    @Override
    public ProcessUsage usage() {
        return ProcessUsage.of(platform.pid());
    }

    @Override
    public void prepare() {
        if (!platform.isAlive()) {
            throw platform.failed("ended by accident");
        }
        before = rows.completed();
    }

    @Override
    public Settled settle(long completed) throws InterruptedException {
        long began = System.nanoTime();
        long written = rows.awaitCompleted(before + completed, WRITTEN_WITHIN) - before;
        return new Settled(written, Duration.ofNanos(System.nanoTime() - began));
    }
}
