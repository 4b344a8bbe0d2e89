package org.hotline400.server.tariffs.rating;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hotline400.server.kernel.Money;

/// A component of a call as far as it is counted. A value: counting on gives another one.
///
/// An increment belongs to the time at which it begins, whole: its window, its step of the price and the allowance
/// that pays for it are those of its first second, also when it ends later.
public final class Meter {
    private final Ruler ruler;
    /// When the component was answered, in seconds of Shanghai's clocks.
    private final long answered;

    private final List<Allowance> allowances;
    /// Seconds of each allowance that are left.
    private final long[] left;
    /// The second of the call up to which it is counted: where the next increment begins.
    private final long counted;

    private final long covered;
    private final long numerator;

    private Meter(Run run) {
        ruler = run.before.ruler;
        answered = run.before.answered;
        allowances = run.before.allowances;
        left = run.left;
        counted = run.at;
        covered = run.covered;
        numerator = run.numerator;
    }

    private Meter(Ruler ruler, long answered, List<Allowance> allowances) {
        this.ruler = ruler;
        this.answered = answered;
        this.allowances = allowances;
        left = allowances.stream().mapToLong(Allowance::seconds).toArray();
        counted = 0;
        covered = 0;
        numerator = 0;
    }

    /// Nothing is counted yet.
    ///
    /// @param answered when the component began to cost something
    /// @param allowances that may pay for it, the one to be used first in front
    public static Meter begin(Ruler ruler, Instant answered, List<Allowance> allowances) {
        return new Meter(ruler, Ruler.localSecond(answered), List.copyOf(allowances));
    }

    /// Counts on: every increment that begins before this second of the call.
    ///
    /// @param seconds since the answer, a begun one in full; 0 and what is counted already change nothing
    public Meter upTo(long seconds) {
        if (seconds <= counted) {
            return this;
        }
        var run = new Run(this);
        while (run.at < seconds) {
            run.stretch(seconds);
        }
        return new Meter(run);
    }

    /// What it costs so far: nothing before the first increment.
    public Money cost() {
        if (counted == 0) {
            return Money.ZERO;
        }
        var price = ruler.price();
        long fee = Math.multiplyExact(price.connectFee().microYuan(), ruler.denominator());
        var cost = price.rounding().round(Math.addExact(fee, numerator), ruler.denominator());
        return cost.compareTo(price.minimum()) < 0 ? price.minimum() : cost;
    }

    /// The second of the call up to which it is charged, in whole increments.
    public long counted() {
        return counted;
    }

    /// Seconds that allowances paid for.
    public long covered() {
        return covered;
    }

    /// Seconds that are left of each allowance, in their order.
    public long[] left() {
        return left.clone();
    }

    /// For how many seconds in all this much money lasts: the latest second up to which it can be counted without
    /// costing more.
    ///
    /// @param most seconds that are asked for
    public long affordable(Money money, long most) {
        long possible = 0;
        long impossible = most + 1;
        while (impossible - possible > 1) {
            long middle = (possible + impossible) >>> 1;
            if (upTo(middle).cost().compareTo(money) <= 0) {
                possible = middle;
            } else {
                impossible = middle;
            }
        }
        return possible;
    }

    /// What it is made of, from its first second to the one up to which it is counted on here, each stretch that is
    /// charged alike a line; the connect fee and a minimum are in none of them.
    public List<Line> lines(long seconds) {
        var lines = new ArrayList<Line>();
        var run = new Run(begin(ruler, answered, allowances));
        while (run.at < seconds) {
            long from = run.at;
            run.stretch(seconds);
            add(lines, run.line(from));
        }
        return lines;
    }

    private static Meter begin(Ruler ruler, long answered, List<Allowance> allowances) {
        return new Meter(ruler, answered, allowances);
    }

    /// A first block and what follows at the same price are one line.
    private void add(List<Line> lines, Line line) {
        var last = lines.isEmpty() ? null : lines.getLast();
        if (last == null
                || last.isCovered() != line.isCovered()
                || !last.rate().equals(line.rate())
                || last.increment() != line.increment()) {
            lines.add(line);
            return;
        }
        long seconds = last.seconds() + line.seconds();
        lines.set(
                lines.size() - 1,
                new Line(
                        last.fromSecond(),
                        seconds,
                        line.rate(),
                        line.increment(),
                        line.isCovered(),
                        amount(line.rate(), line.isCovered() ? 0 : seconds)));
    }

    private static Money amount(Rate rate, long seconds) {
        return Rounding.USUAL.round(Math.multiplyExact(rate.amount().microYuan(), seconds), rate.perSeconds());
    }

    /// Counting on the way.
    private static final class Run {
        private static final int NONE = -1;

        private final Meter before;
        private final Ruler ruler;
        private final long[] left;
        private long at;
        private long covered;
        private long numerator;
        private int window;
        private int step;
        private boolean paid;

        Run(Meter before) {
            this.before = before;
            ruler = before.ruler;
            left = before.left.clone();
            at = before.counted;
            covered = before.covered;
            numerator = before.numerator;
        }

        /// Counts all increments that begin alike, before this second of the call at the latest.
        void stretch(long seconds) {
            int secondOfDay = (int) ((before.answered + at) % Ruler.DAY);
            window = ruler.window(secondOfDay);
            step = ruler.step(window, at);
            long end = Math.min(seconds, ruler.stepUntil(window, step));
            end = Math.min(end, after(ruler.untilNextWindow(secondOfDay)));
            int payer = payer();
            end = Math.min(end, payer == NONE ? nextAllowance() : allowanceEnd(payer));
            long length = length(end);
            paid = payer == NONE;
            if (paid) {
                numerator = Math.addExact(numerator, Math.multiplyExact(length, ruler.perSecond(window, step)));
            } else {
                covered += length;
                left[payer] = Math.max(0, left[payer] - length);
            }
            at += length;
        }

        private long after(long seconds) {
            return seconds == Ruler.NEVER ? Ruler.NEVER : at + seconds;
        }

        private long length(long end) {
            int increment = ruler.increment(window, step);
            int block = ruler.price().firstBlock();
            return at == 0 && block > increment ? block : (end - at + increment - 1) / increment * increment;
        }

        /// The allowance that pays for an increment that begins now.
        private int payer() {
            for (int i = 0; i < left.length; i++) {
                if (left[i] > 0 && from(i) <= at && at < until(i)) {
                    return i;
                }
            }
            return NONE;
        }

        /// Where the allowance that pays now is used up, ends, or gives way to one that goes before it.
        private long allowanceEnd(int payer) {
            long end = Math.min(at + left[payer], until(payer));
            for (int i = 0; i < payer; i++) {
                end = left[i] > 0 && from(i) > at ? Math.min(end, from(i)) : end;
            }
            return end;
        }

        private long nextAllowance() {
            long next = Ruler.NEVER;
            for (int i = 0; i < left.length; i++) {
                next = left[i] > 0 && from(i) > at ? Math.min(next, from(i)) : next;
            }
            return next;
        }

        /// In seconds of the call.
        private long from(int allowance) {
            return Ruler.localSecond(before.allowances.get(allowance).from()) - before.answered;
        }

        private long until(int allowance) {
            return Ruler.localSecond(before.allowances.get(allowance).until()) - before.answered;
        }

        /// What the last stretch was.
        Line line(long from) {
            var rate = ruler.rate(window, step);
            long seconds = at - from;
            return new Line(
                    from, seconds, rate, ruler.increment(window, step), !paid, amount(rate, paid ? seconds : 0));
        }
    }
}
