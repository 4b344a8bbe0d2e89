package org.hotline400.app.measure;

import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.hotline400.server.callplans.CallPlan;
import org.hotline400.server.callplans.CheckedPlan;
import org.hotline400.server.callplans.Decision;
import org.hotline400.server.callplans.Inventory;
import org.hotline400.server.callplans.PlanBounds;
import org.hotline400.server.callplans.PlanChecker;
import org.hotline400.server.callplans.StepName;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/// Measures the deciding of plans on one thread, without any call, and prints figures as JSON.
@Command(
        name = "measure-plans",
        hidden = true,
        description = "Measures how fast plans decide; for ./hotline bench plans.")
public final class MeasurePlansCommand implements Callable<Integer> {
    private static final int PLANS_AT_START = 10_000;
    private static final int TIMED_ALONE = 1_000_000;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli
    private CommandSpec spec;

    @Option(names = "--seconds", defaultValue = "5", description = "How long each figure is measured.")
    private int seconds;

    /// Kept from the optimiser.
    private long sink;

    @Override
    public Integer call() {
        var plan = plan(MeasuredPlan.document());
        var callers = MeasuredPlan.callers();
        var figures = new LinkedHashMap<String, Double>();
        decide(plan, callers, seconds);
        figures.put("decisionsPerSecond", decide(plan, callers, seconds));
        figures.put("bytesPerDecision", bytes(plan, callers));
        timedAlone(plan, callers, figures);
        figures.put("stepsPerDecision", MeasuredPlan.steps(plan, callers));
        lookUp(seconds);
        figures.put("lookUpsPerSecond", lookUp(seconds));
        figures.put("secondsFor10000Plans", readAll());
        print(figures);
        return 0;
    }

    private static CallPlan plan(String document) {
        return switch (PlanChecker.check(document, PlanBounds.OPERATOR, Inventory.EVERYTHING)) {
            case CheckedPlan.Sound sound -> sound.plan();
            case CheckedPlan.Faulty faulty ->
                throw new IllegalStateException("the measured plan is faulty: " + faulty.findings());
        };
    }

    /// From the start to the first step that does more than decide.
    private static StepName follow(CallPlan plan, MeasuredCaller caller) {
        var name = plan.start();
        while (plan.steps().get(name) instanceof Decision decision) {
            name = decision.decide(caller).next();
        }
        return name;
    }

    private double decide(CallPlan plan, MeasuredCaller[] callers, int time) {
        var begin = System.nanoTime();
        var end = begin + time * 1_000_000_000L;
        long decided = 0;
        var now = begin;
        while (now < end) {
            for (var caller : callers) {
                sink += follow(plan, caller).value().length();
            }
            decided += callers.length;
            now = System.nanoTime();
        }
        return decided * 1e9 / (now - begin);
    }

    private double bytes(CallPlan plan, MeasuredCaller[] callers) {
        var threads = (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
        var before = threads.getCurrentThreadAllocatedBytes();
        for (int round = 0; round < 100; round++) {
            for (var caller : callers) {
                sink += follow(plan, caller).value().length();
            }
        }
        return (threads.getCurrentThreadAllocatedBytes() - before) / (100.0 * callers.length);
    }

    private void timedAlone(CallPlan plan, MeasuredCaller[] callers, Map<String, Double> figures) {
        var times = new long[TIMED_ALONE];
        for (int i = 0; i < times.length; i++) {
            var begin = System.nanoTime();
            sink += follow(plan, callers[i % callers.length]).value().length();
            times[i] = System.nanoTime() - begin;
        }
        Arrays.sort(times);
        figures.put("p50Microseconds", times[times.length / 2] / 1e3);
        figures.put("p99Microseconds", times[times.length / 100 * 99] / 1e3);
    }

    private double lookUp(int time) {
        var regions = MeasuredPlan.regions();
        var callers = MeasuredPlan.numbers();
        var begin = System.nanoTime();
        var end = begin + time * 1_000_000_000L;
        long found = 0;
        var now = begin;
        while (now < end) {
            for (var caller : callers) {
                sink += regions.of(caller).city().length();
            }
            found += callers.length;
            now = System.nanoTime();
        }
        return found * 1e9 / (now - begin);
    }

    private double readAll() {
        var document = MeasuredPlan.document();
        var begin = System.nanoTime();
        for (int i = 0; i < PLANS_AT_START; i++) {
            sink += plan(document).steps().size();
        }
        return (System.nanoTime() - begin) / 1e9;
    }

    private void print(Map<String, Double> figures) {
        var out = spec.commandLine().getOut();
        var json = new StringBuilder("{");
        figures.forEach((name, value) -> json.append(json.length() > 1 ? ", " : "")
                .append('"')
                .append(name)
                .append("\": ")
                .append(value));
        out.println(json.append('}'));
        out.flush();
        if (sink == 42) {
            out.println();
        }
    }
}
