package org.hotline400.server.calls;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Function;
import org.hotline400.server.callplans.Target;

/// A meter that answers what a story says, and writes down what it hears, in seconds from the call's start.
final class RehearsedMeter implements CallMeter {
    final List<String> told = new ArrayList<>();
    private final Instant start;
    private final Deque<Function<Instant, Permit>> answers = new ArrayDeque<>();
    private Function<Instant, Permit> always = _ -> new Permit.GoOn(Instant.MAX);

    RehearsedMeter(Instant start) {
        this.start = start;
    }

    /// The next answer is that the call may go on, and asks again so much later.
    RehearsedMeter goOn(int seconds) {
        answers.add(now -> new Permit.GoOn(now.plusSeconds(seconds)));
        return this;
    }

    /// The next answer is that the call ends so much later.
    RehearsedMeter ends(int seconds, int warning) {
        answers.add(now -> new Permit.Final(now.plusSeconds(seconds), Duration.ofSeconds(warning)));
        return this;
    }

    /// The next time it fails.
    RehearsedMeter fails() {
        answers.add(_ -> {
            throw new IllegalStateException("the meter is broken");
        });
        return this;
    }

    /// When nothing else was said it fails.
    RehearsedMeter failsForEver() {
        always = _ -> {
            throw new IllegalStateException("the meter is broken");
        };
        return this;
    }

    private void tell(String what, Instant at) {
        told.add(what + " " + Duration.between(start, at).toMillis() / 1000.0);
    }

    @Override
    public void answered(Instant at) {
        tell("answered", at);
    }

    @Override
    public void talking(Target target, Instant from, boolean isRecorded) {
        tell("talking " + target.text() + (isRecorded ? " recorded" : ""), from);
    }

    @Override
    public void talkOver(Instant at) {
        tell("talk over", at);
    }

    @Override
    public Permit goOn(Instant now) {
        tell("asked", now);
        return (answers.isEmpty() ? always : answers.remove()).apply(now);
    }
}
