package org.hotline400.server.limits.internal;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Supplier;
import org.hotline400.server.limits.internal.GateRows.Second;

/// The calls of one number that begin in a second.
public final class SecondGate extends Turnstile<Integer, Second> {
    private final Gate gate;
    private final GateRows rows;
    private final Clock clock;
    private Second givenBack = new Second(0, Instant.EPOCH);
    private Second alone = new Second(0, Instant.EPOCH);

    SecondGate(Gate gate, GateRows rows, RoundTrips trips, Clock clock) {
        super(trips);
        this.gate = gate;
        this.rows = rows;
        this.clock = clock;
    }

    /// Takes one of the second's calls.
    public Passage take(int most) {
        return pass(most);
    }

    /// A call that was granted did not count after all. Of a second that is over by the time the database hears
    /// of it, nothing is given back: nobody asks for it any more.
    public void withdraw(Passage.Granted granted) {
        if (!granted.locally()) {
            changing(() -> givenBack = givenBack.plusOneIn(granted.window()));
        }
    }

    @Override
    Supplier<Second> asking(Integer most, int wanted) {
        var back = givenBack;
        givenBack = new Second(0, Instant.EPOCH);
        return () -> rows.takeSecond(gate, wanted, most, back);
    }

    @Override
    Supplier<Second> telling() {
        return asking(0, 0);
    }

    @Override
    boolean hasNews() {
        return givenBack.calls() > 0;
    }

    @Override
    void learn(Second answer) {}

    @Override
    int granted(Second answer) {
        return answer.calls();
    }

    @Override
    Passage granted(Integer most, Second answer) {
        return new Passage.Granted(answer.begins(), false);
    }

    @Override
    Passage denied(Integer most, Second answer) {
        return new Passage.Denied(Passage.Limit.A_SECOND, most, false);
    }

    @Override
    void unwanted(Second answer) {
        givenBack = givenBack.plusOneIn(answer.begins());
    }

    @Override
    Passage locally(Integer most) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (alone.begins().equals(now) && alone.calls() >= most) {
            return new Passage.Denied(Passage.Limit.A_SECOND, most, true);
        }
        alone = alone.plusOneIn(now);
        return new Passage.Granted(now, true);
    }

    @Override
    void lost() {}
}
