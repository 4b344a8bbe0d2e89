package org.hotline400.server.calls.internal;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.hotline400.server.callplans.Distribute;
import org.hotline400.server.callplans.Draw;
import org.hotline400.server.callplans.StepName;
import org.hotline400.server.calls.Distributions;
import org.hotline400.server.calls.TargetLimits;
import org.hotline400.server.kernel.CallerNumber;
import org.springframework.stereotype.Component;

/// What distributing steps remember, in this node's memory: where each rotation stands, when each target was rung, and
/// who talked with whom ([CallerMemory] brings in what other nodes, and earlier runs, know of that).
@Component
class LiveDistributions implements Distributions {
    /// Numbers whose rotation and times are remembered; the one unused for longest is forgotten.
    private static final int MOST_NUMBERS = 20_000;

    private final Map<Whose, Memory> numbers = Collections.synchronizedMap(new Forgetful<>(MOST_NUMBERS));
    private final CallerMemory callers;
    private final TargetLimits limits;

    LiveDistributions(CallerMemory callers, TargetLimits limits) {
        this.callers = callers;
        this.limits = limits;
    }

    /// Of one number.
    private record Memory(Map<StepName, AtomicLong> turns, Map<String, Instant> lastRung) {
        static Memory empty() {
            return new Memory(new ConcurrentHashMap<>(), new ConcurrentHashMap<>());
        }
    }

    @Override
    public Draw draw(Whose whose, StepName name, Distribute step, CallerNumber caller) {
        // Only what the strategy asks for: most calls are distributed as written, and pay nothing here.
        return switch (step.strategy()) {
            case SEQUENTIAL, ALL_AT_ONCE, NEAREST -> Draw.FIRST;
            case RANDOM, PERCENTAGE -> new Draw(ThreadLocalRandom.current().nextLong(), 0, Map.of(), Optional.empty());
            case ROUND_ROBIN -> new Draw(0, turn(whose, name), Map.of(), Optional.empty());
            case LEAST_RECENT -> new Draw(0, 0, lastRung(whose, step), Optional.empty());
            case LAST_ANSWERED -> new Draw(0, 0, Map.of(), callers.lastAnswered(whose, caller));
        };
    }

    private long turn(Whose whose, StepName name) {
        return memory(whose)
                .turns()
                .computeIfAbsent(name, _ -> new AtomicLong())
                .getAndIncrement();
    }

    private Map<String, Instant> lastRung(Whose whose, Distribute step) {
        var known = memory(whose).lastRung();
        var asked = new HashMap<String, Instant>();
        for (var target : step.targets()) {
            var at = known.get(target.to().text());
            if (at != null) {
                asked.put(target.to().text(), at);
            }
        }
        return asked;
    }

    @Override
    public void rung(Whose whose, String target, Instant at) {
        memory(whose).lastRung().put(target, at);
    }

    @Override
    public void talked(Whose whose, CallerNumber caller, String target, Instant at) {
        callers.talked(whose, caller, target, at);
    }

    @Override
    public Optional<TargetLimits.Taken> take(Whose whose, String target, int most) {
        return limits.tryTake(whose.tenant(), whose.number(), target, most);
    }

    private Memory memory(Whose whose) {
        return numbers.computeIfAbsent(whose, _ -> Memory.empty());
    }
}
