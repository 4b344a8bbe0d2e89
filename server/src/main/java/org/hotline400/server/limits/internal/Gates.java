package org.hotline400.server.limits.internal;

import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// The gates that calls of this node have come to. There are no more than numbers and targets in published
/// plans.
public final class Gates {
    private final GateRows rows;
    private final RoundTrips trips;
    private final Clock clock;
    private final Map<Gate, Month> before;
    private final Map<Gate, CallGate> calls = new ConcurrentHashMap<>();
    private final Map<Gate, SecondGate> seconds = new ConcurrentHashMap<>();

    private Gates(GateRows rows, RoundTrips trips, Clock clock) {
        this.rows = rows;
        this.trips = trips;
        this.clock = clock;
        this.before = rows.begin();
    }

    /// Begins with no call under way, and with the month's calls of before.
    public static Gates open(GateRows rows, RoundTrips trips, Clock clock) {
        return new Gates(rows, trips, clock);
    }

    public CallGate calls(Gate gate) {
        return calls.computeIfAbsent(
                gate, it -> new CallGate(it, rows, trips, clock, before.getOrDefault(it, Month.NONE)));
    }

    public SecondGate second(Gate gate) {
        return seconds.computeIfAbsent(gate, it -> new SecondGate(it, rows, trips, clock));
    }

    /// Tells the database again what this node holds, whatever it has come to believe.
    public void tellAgain() {
        calls.values().forEach(CallGate::tellAgain);
    }
}
