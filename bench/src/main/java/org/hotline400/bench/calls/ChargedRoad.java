package org.hotline400.bench.calls;

import java.net.InetSocketAddress;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.platform.ProcessUsage;

/// The platform with contracts: a load is over when all its calls are settled.
final class ChargedRoad implements Road {
    private static final Duration POLL = Duration.ofMillis(200);

    private final PlatformRoad platform;
    private final Connection connection;
    private final Duration patience;
    private long before;

    /// @param patience how long after a load's end its calls may be settled
    ChargedRoad(PlatformRoad platform, Connection connection, Duration patience) {
        this.platform = platform;
        this.connection = connection;
        this.patience = patience;
    }

    @Override
    public String name() {
        return "Hotline400 with charging";
    }

    @Override
    public InetSocketAddress sip() {
        return platform.sip();
    }

    @Override
    public ProcessUsage usage() {
        return platform.usage();
    }

    @Override
    public void prepare() {
        platform.prepare();
        before = settled();
    }

    /// As many records as settled calls, or it is not carried.
    @Override
    public Settled settle(long completed) throws InterruptedException {
        long began = System.nanoTime();
        var written = platform.settle(completed);
        long charged = settled() - before;
        while (charged < completed && System.nanoTime() - began < patience.toNanos()) {
            Thread.sleep(POLL);
            charged = settled() - before;
        }
        return new Settled(Math.min(written.records(), charged), Duration.ofNanos(System.nanoTime() - began));
    }

    /// Those that cost nothing, because the talk was over within its first millisecond, are settled as well.
    private long settled() {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from ledger.settlements")) {
            rows.next();
            return rows.getLong(1);
        } catch (SQLException e) {
            throw new BenchFailedException("the platform's settled calls cannot be counted: " + e.getMessage());
        }
    }
}
