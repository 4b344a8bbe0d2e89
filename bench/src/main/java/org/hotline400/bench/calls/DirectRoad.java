package org.hotline400.bench.calls;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.hotline400.bench.platform.ProcessUsage;

/// Nothing between callers and carrier: shows what SIPp itself can do here.
record DirectRoad(InetSocketAddress sip) implements Road {
    @Override
    public String name() {
        return "SIPp alone";
    }

    @Override
    public ProcessUsage usage() {
        return new ProcessUsage(Duration.ZERO, Duration.ZERO, 0, 0);
    }

    @Override
    public void prepare() {
        // Nothing to prepare.
    }

    @Override
    public Settled settle(long completed) {
        return Settled.KEEPS_NONE;
    }
}
