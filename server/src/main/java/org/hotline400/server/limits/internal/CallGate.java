package org.hotline400.server.limits.internal;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;
import org.hotline400.server.limits.internal.GateRows.Holding;
import org.hotline400.server.limits.internal.GateRows.Taking;

/// The calls of this node that are under way at one gate, and those that began in the month.
public final class CallGate extends Turnstile<CallGate.Most, Taking> {
    private final Gate gate;
    private final GateRows rows;
    private final Clock clock;
    private int held;
    private Month month;
    /// What the other nodes had at the last answer, for when there is none.
    private Month elsewhere = Month.NONE;

    private boolean news;

    /// @param atOnce calls at the same time; 0: no limit
    /// @param aMonth calls begun in a month; 0: no limit
    public record Most(int atOnce, long aMonth) {}

    CallGate(Gate gate, GateRows rows, RoundTrips trips, Clock clock, Month month) {
        super(trips);
        this.gate = gate;
        this.rows = rows;
        this.clock = clock;
        this.month = month;
    }

    /// Takes a place; whoever is granted one gives it back with [#over] or [#withdraw].
    public Passage take(Most most) {
        return pass(most);
    }

    /// A call that was granted a place is over.
    public void over() {
        changing(() -> count(-1, 0));
    }

    /// A call that was granted a place did not count after all.
    public void withdraw(Passage.Granted granted) {
        changing(() -> count(-1, month.begins().equals(granted.window()) ? -1 : 0));
    }

    /// Tells the database again what this node holds here, where it holds anything.
    void tellAgain() {
        changing(() -> {
            news = news || held > 0;
            return held;
        });
    }

    private int count(int calls, int begun) {
        held = Math.max(0, held + calls);
        month = month.plus(begun);
        news = true;
        return held;
    }

    @Override
    Supplier<Taking> asking(Most most, int wanted) {
        return trip(most, wanted);
    }

    @Override
    Supplier<Taking> telling() {
        return trip(new Most(0, 0), 0);
    }

    private Supplier<Taking> trip(Most most, int wanted) {
        news = false;
        var holding = new Holding(held, month);
        return () -> rows.take(gate, holding, wanted, most);
    }

    @Override
    boolean hasNews() {
        return news;
    }

    @Override
    void learn(Taking answer) {
        month = month.in(answer.month());
        elsewhere = new Month(answer.month(), answer.monthElsewhere());
    }

    @Override
    int granted(Taking answer) {
        return answer.granted();
    }

    @Override
    Passage granted(Most most, Taking answer) {
        if (most.atOnce() > 0 && held >= most.atOnce()) {
            // Calls that gave up waiting were let in meanwhile.
            unwanted(answer);
            return new Passage.Denied(Passage.Limit.AT_ONCE, most.atOnce(), false);
        }
        held++;
        month = month.plus(1);
        return new Passage.Granted(month.begins(), false);
    }

    @Override
    Passage denied(Most most, Taking answer) {
        boolean monthIsFull = most.aMonth() > 0 && answer.monthInAll() >= most.aMonth();
        return monthIsFull
                ? new Passage.Denied(Passage.Limit.A_MONTH, most.aMonth(), false)
                : new Passage.Denied(Passage.Limit.AT_ONCE, most.atOnce(), false);
    }

    @Override
    void unwanted(Taking answer) {
        news = true;
    }

    @Override
    Passage locally(Most most) {
        Instant now = Month.now(clock);
        month = month.in(now);
        if (most.aMonth() > 0 && month.calls() + elsewhere.in(now).calls() >= most.aMonth()) {
            return new Passage.Denied(Passage.Limit.A_MONTH, most.aMonth(), true);
        }
        if (most.atOnce() > 0 && held >= most.atOnce()) {
            return new Passage.Denied(Passage.Limit.AT_ONCE, most.atOnce(), true);
        }
        count(1, 1);
        return new Passage.Granted(now, true);
    }

    @Override
    void lost() {
        news = true;
    }
}
