package org.hotline400.bench.media;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.hotline400.bench.platform.MachineTime;
import org.hotline400.bench.platform.PlatformSettings;
import org.hotline400.bench.platform.PlatformUnderTest;
import org.hotline400.bench.platform.Ports;
import org.hotline400.bench.platform.ProcessUsage;
import org.hotline400.bench.platform.Provisioning;
import org.hotline400.bench.platform.RestApi;

/// A platform with two numbers, one whose calls are recorded and one whose are not, both forwarding to the
/// trunk, with the agent behind that trunk. Runs one load after the other.
final class MediaLab implements AutoCloseable {
    static final String RECORDED = Provisioning.numbers(2).getFirst();
    static final String UNRECORDED = Provisioning.numbers(2).getLast();
    private static final Duration BETWEEN_CALLS = Duration.ofMillis(10);
    private static final Duration PUBLISHED_WITHIN = Duration.ofSeconds(1);
    private static final Duration LOOK = Duration.ofMillis(50);
    /// For the last calls of all to come up, their notice of recording included.
    private static final Duration UP_WITHIN = Duration.ofSeconds(30);
    private static final Duration OVER_WITHIN = Duration.ofSeconds(20);
    /// Ports latch to their sources and code gets warm: what is sent in this time does not count.
    private static final Duration SETTLE = Duration.ofSeconds(2);
    /// For what is on its way when the counting ends.
    private static final Duration GRACE = Duration.ofSeconds(1);
    private static final int FIRST_RTP_PORT = 20_000;
    private static final int LAST_RTP_PORT = 29_999;
    /// Two legs a call, two ports a leg.
    static final int MOST_CALLS = (LAST_RTP_PORT - FIRST_RTP_PORT + 1) / 4;

    private static final MediaCall[] NO_CALLS = {};

    private final TrunkAgent agent;
    private final PlatformUnderTest platform;
    private final RestApi api;

    private MediaLab(TrunkAgent agent, PlatformUnderTest platform) {
        this.agent = agent;
        this.platform = platform;
        this.api = new RestApi(platform.http(), platform.operatorKey());
    }

    /// @param javaOptions of the platform
    /// @param sdp what callers and callees describe themselves with
    static MediaLab start(List<String> javaOptions, Sdp sdp) throws IOException, InterruptedException {
        var trunk = new InetSocketAddress(InetAddress.getLoopbackAddress(), Ports.free());
        var agent = TrunkAgent.start(trunk.getPort(), sdp);
        var lab = new MediaLab(agent, platform(agent, trunk, javaOptions));
        try {
            lab.provide();
            return lab;
        } catch (RuntimeException | InterruptedException e) {
            lab.close();
            throw e;
        }
    }

    private static PlatformUnderTest platform(TrunkAgent agent, InetSocketAddress trunk, List<String> javaOptions) {
        try {
            return PlatformUnderTest.start(PlatformSettings.withTrunk(trunk)
                    .withRtpPorts(FIRST_RTP_PORT, LAST_RTP_PORT)
                    .withJavaOptions(javaOptions));
        } catch (RuntimeException e) {
            agent.close();
            throw e;
        }
    }

    private void provide() throws InterruptedException {
        new Provisioning(platform, api).load(2, plan(true));
        api.put("/api/v1/numbers/" + UNRECORDED + "/plan", plan(false));
        // A plan is live within a second (PlansController), and nothing outside tells when.
        Thread.sleep(PUBLISHED_WITHIN);
    }

    private static String plan(boolean recorded) {
        return """
                {"settings": {"charging": "ringback", "recording": {"on": %s}},
                 "start": "staff",
                 "steps": {"staff": {"type": "distribute", "targets": [{"to": "01066660099"}], "otherwise": "over"},
                           "over": {"type": "hang-up"}}}""".formatted(recorded);
    }

    /// Of the Java process.
    long platformProcess() {
        return platform.pid();
    }

    TrunkAgent agent() {
        return agent;
    }

    InetSocketAddress sip() {
        return platform.sip();
    }

    boolean isAlive() {
        return platform.isAlive();
    }

    /// Puts this load on the platform, measures, takes it off again, and listens to the recordings.
    MediaStep run(MediaStep.Terms terms) throws IOException, InterruptedException {
        return run(terms, true);
    }

    /// The same without listening, for which the platform would take memory.
    MediaStep runUnheard(MediaStep.Terms terms) throws IOException, InterruptedException {
        return run(terms, false);
    }

    private MediaStep run(MediaStep.Terms terms, boolean listens) throws IOException, InterruptedException {
        var began = Instant.now();
        var load = RtpLoad.start(terms.calls());
        Run run;
        try (load) {
            agent.serve(platform.sip(), load.calls());
            place(terms);
            await(() -> isUp(load, terms), UP_WITHIN);
            var talking = heard(load);
            var measured = measure(load, terms.measured());
            run = new Run(talking, measured, agent.failures(), agent.endedByPlatform(), hangUp());
        }
        var recordings = recordings(terms, began, run.talking(), listens ? load.calls() : NO_CALLS);
        var trips = load.roundTrips();
        return new MediaStep(
                terms,
                run.talking(),
                run.failures(),
                run.endedByPlatform(),
                run.notEnded(),
                packets(load, run.measured()),
                new MediaStep.Trip(trips.within(0.5), trips.within(0.99), trips.longest()),
                run.measured().usage(),
                recordings);
    }

    private MediaStep.Recordings recordings(MediaStep.Terms terms, Instant began, int expected, MediaCall[] heard)
            throws InterruptedException {
        var check = new RecordingsCheck(api);
        if (!terms.recorded()) {
            return new MediaStep.Recordings(0, Duration.ZERO, 0);
        }
        return heard.length == 0
                ? check.since(began, RECORDED, expected)
                : check.heardSince(began, RECORDED, expected, heard);
    }

    private record Run(
            int talking, Measured measured, Map<Integer, Integer> failures, int endedByPlatform, int notEnded) {}

    private void place(MediaStep.Terms terms) throws IOException, InterruptedException {
        var number = terms.recorded() ? RECORDED : UNRECORDED;
        for (var call = 0; call < terms.calls(); call++) {
            agent.call(call, number);
            Thread.sleep(BETWEEN_CALLS);
        }
    }

    private boolean isUp(RtpLoad load, MediaStep.Terms terms) {
        return heard(load) == terms.calls()
                || heard(load) + agent.count(CallerLeg.State.FAILED) + agent.endedByPlatform() >= terms.calls();
    }

    private static int heard(RtpLoad load) {
        return (int) Stream.of(load.calls()).filter(MediaCall::heard).count();
    }

    private record Measured(long platformDrops, long generatorDrops, MediaStep.Usage usage) {}

    private Measured measure(RtpLoad load, Duration time) throws IOException, InterruptedException {
        Thread.sleep(SETTLE);
        var platformDrops = KernelDrops.on(MediaLab::isRtpPort);
        var generatorDrops = KernelDrops.on(load::owns);
        var before = Used.of(platform);
        load.count(true);
        await(() -> load.failure().isPresent() || !platform.isAlive(), time);
        load.count(false);
        var usage = Used.of(platform)
                .since(before, KernelDrops.on(MediaLab::isRtpPort).sockets());
        // What its sockets drop later may be packets that do not count.
        var dropped = KernelDrops.on(load::owns).since(generatorDrops);
        Thread.sleep(GRACE);
        requireAlive(load);
        return new Measured(KernelDrops.on(MediaLab::isRtpPort).since(platformDrops), dropped, usage);
    }

    private record Used(ProcessUsage platform, ProcessUsage generator, MachineTime machine, long at) {
        static Used of(PlatformUnderTest platform) throws IOException {
            return new Used(
                    ProcessUsage.of(platform.pid()),
                    ProcessUsage.of(ProcessHandle.current().pid()),
                    MachineTime.now(),
                    System.nanoTime());
        }

        MediaStep.Usage since(Used before, int sockets) {
            var nanos = at - before.at;
            var theirs = platform.since(before.platform);
            var own = generator.since(before.generator).own();
            var others =
                    machine.since(before.machine).busy().minus(theirs.total()).minus(own);
            return new MediaStep.Usage(
                    percent(theirs.own(), nanos),
                    percent(theirs.descendants(), nanos),
                    percent(own, nanos),
                    Math.max(0, percent(others, nanos)),
                    theirs.ownRssKilobytes(),
                    theirs.descendantsPssKilobytes(),
                    sockets);
        }

        private static double percent(Duration used, long nanos) {
            return 100.0 * used.toNanos() / nanos;
        }
    }

    private void requireAlive(RtpLoad load) throws IOException {
        if (!platform.isAlive()) {
            throw platform.failed("ended under the load");
        }
        var failure = load.failure();
        if (failure.isPresent()) {
            throw failure.get();
        }
    }

    static boolean isRtpPort(int port) {
        return port >= FIRST_RTP_PORT && port <= LAST_RTP_PORT;
    }

    /// Ends all calls and waits until they are over.
    ///
    /// @return how many are not, in time
    int hangUp() throws IOException, InterruptedException {
        while (agent.hangUp(1) > 0) {
            Thread.sleep(BETWEEN_CALLS);
        }
        await(() -> waiting() == 0, OVER_WITHIN);
        return waiting();
    }

    private int waiting() {
        return Math.max(agent.count(CallerLeg.State.ENDING), agent.forwarded());
    }

    private static MediaStep.Packets packets(RtpLoad load, Measured measured) {
        var calls = load.calls();
        var faults = load.faults();
        return new MediaStep.Packets(
                Stream.of(calls).mapToLong(call -> call.sent).sum(),
                Stream.of(calls).mapToLong(call -> call.arrived).sum(),
                Stream.of(calls).mapToLong(call -> call.echoed).sum(),
                Stream.of(calls).mapToLong(call -> call.back).sum(),
                (int) Stream.of(calls).filter(call -> call.lost() != 0).count(),
                Stream.of(calls)
                        .mapToLong(call -> call.atCallee.duplicates() + call.atCaller.duplicates())
                        .sum(),
                Stream.of(calls)
                        .mapToLong(call -> call.atCallee.reordered() + call.atCaller.reordered())
                        .sum(),
                faults.crossed,
                faults.foreign,
                measured.platformDrops(),
                new MediaStep.Generator(
                        measured.generatorDrops(), faults.refused, faults.late, faults.leftOut, faults.reports));
    }

    /// @return whether it came about in time
    static boolean await(BooleanSupplier what, Duration atMost) throws InterruptedException {
        var deadline = System.nanoTime() + atMost.toNanos();
        while (!what.getAsBoolean()) {
            if (System.nanoTime() >= deadline) {
                return false;
            }
            Thread.sleep(LOOK);
        }
        return true;
    }

    @Override
    public void close() {
        api.close();
        platform.close();
        agent.close();
    }
}
