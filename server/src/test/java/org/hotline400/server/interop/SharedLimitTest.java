package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.hotline400.server.testing.TestDatabase;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// Two server processes on one database, and one limit of calls at the same time for both.
@Isolated
@Tag("interop")
class SharedLimitTest {
    private static final String NUMBER = TestPlans.MENU;
    private static final int LIMIT = 50;
    private static final int FEW = 20;
    private static final Duration BRIEF = Duration.ofMillis(200);
    private static final Duration HOLD = Duration.ofSeconds(12);
    private static final Duration LONGER_THAN_A_LEASE = Duration.ofSeconds(60);
    private static final Duration SOON = Duration.ofSeconds(30);

    @TempDir
    private Path folder;

    private int crowds;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
    }

    @Test
    void isExactForBothServersUnderTwoHundredCallsAtOnce() throws Exception {
        onTwoServers((one, other) -> {
            warmUp(one, other);
            for (int round = 1; round <= 2; round++) {
                callBothAtOnce(one, other);
                refusalsAre(one, round * (2L * 100 - LIMIT));
                admittedAre(one, 2L * FEW + (long) round * LIMIT);
            }
        });
    }

    /// A server that has just started may need more than the half second that a call waits for what all nodes
    /// share, and then counts its own calls only.
    private void warmUp(ServerProcess one, ServerProcess other) throws Exception {
        try (var callsOne = calls(one, FEW, BRIEF);
                var callsOther = calls(other, FEW, BRIEF)) {
            assertThat(callsOne.awaitExit(SOON)).as(callsOne.output()).isZero();
            assertThat(callsOther.awaitExit(SOON)).as(callsOther.output()).isZero();
        }
        admittedAre(one, 2L * FEW);
    }

    @Test
    @Tag("long")
    void theCallsOfAKilledServerLapseWithItsLease() throws Exception {
        onTwoServers(this::killTheOther);
    }

    private interface OnTwoServers {
        void run(ServerProcess one, ServerProcess other) throws Exception;
    }

    private void onTwoServers(OnTwoServers story) throws Exception {
        try (var database = TestDatabase.create();
                var one = start(database, "one", true);
                var other = start(database, "other", false)) {
            one.rest().publish(NUMBER, TestPlans.patientMenu(LIMIT));
            other.rest().awaitLimit(NUMBER, LIMIT);
            story.run(one, other);
        }
    }

    private ServerProcess start(TestDatabase database, String name, boolean first) throws IOException {
        var data = Files.createDirectory(folder.resolve(name));
        return ServerProcess.start(data, Ports.freeSipPort(), database.access(), first);
    }

    private void callBothAtOnce(ServerProcess one, ServerProcess other) throws Exception {
        int most = 0;
        try (var callsOne = calls(one, 100, HOLD);
                var callsOther = calls(other, 100, HOLD)) {
            while (callsOne.isAlive() || callsOther.isAlive()) {
                most = Math.max(
                        most, Math.max(one.rest().callsNow(NUMBER), other.rest().callsNow(NUMBER)));
                callsOne.waitAMoment();
            }
            assertThat(callsOne.awaitExit(SOON)).as(callsOne.output()).isZero();
            assertThat(callsOther.awaitExit(SOON)).as(callsOther.output()).isZero();
        }
        assertThat(most).isEqualTo(LIMIT);
        awaitCallsNow(one, 0);
    }

    private void killTheOther(ServerProcess one, ServerProcess other) throws Exception {
        try (var orphaned = calls(other, 100, LONGER_THAN_A_LEASE)) {
            awaitCallsNow(one, LIMIT);
            other.kill();
            long refused = one.rest().countCalls(NUMBER, "rejected-concurrency");
            try (var tooEarly = calls(one, 10, Duration.ofSeconds(1))) {
                assertThat(tooEarly.awaitExit(SOON)).as(tooEarly.output()).isZero();
            }
            refusalsAre(one, refused + 10);
            awaitCallsNow(one, 0);
            assertThat(orphaned.isAlive()).as("their callers hang on").isTrue();
        }
        long before = one.rest().countCalls(NUMBER, "abandoned-in-ivr");
        try (var calling = calls(one, 100, HOLD)) {
            assertThat(calling.awaitExit(SOON)).as(calling.output()).isZero();
        }
        admittedAre(one, before + LIMIT);
    }

    private static void awaitCallsNow(ServerProcess server, int calls) {
        Awaitility.await(calls + " calls are counted")
                .atMost(SOON)
                .until(() -> server.rest().callsNow(NUMBER), now -> now == calls);
    }

    /// Callers who were let in, and hung up in the menu; a record is there half a second after its call.
    private static void admittedAre(ServerProcess server, long calls) {
        Awaitility.await(calls + " calls were admitted")
                .atMost(SOON)
                .until(() -> server.rest().countCalls(NUMBER, "abandoned-in-ivr"), count -> count == calls);
    }

    private static void refusalsAre(ServerProcess server, long calls) {
        Awaitility.await(calls + " calls were refused")
                .atMost(SOON)
                .until(() -> server.rest().countCalls(NUMBER, "rejected-concurrency"), count -> count == calls);
    }

    /// Callers who come within a tenth of a second; those who are admitted stay so long.
    private ForeignProgram calls(ServerProcess server, int calls, Duration stay) throws Exception {
        var caller = SippScenario.of("limit-caller", folder, Ports.freeMediaPort())
                .with("-inf", "callers.csv", "-d", "" + stay.toMillis(), "-m", "" + calls, "-l", "" + calls)
                .with("-r", "1000");
        Files.writeString(caller.folder().resolve("callers.csv"), callers("135%03d".formatted(crowds++), calls));
        return caller.call(NUMBER, server.sip());
    }

    private static String callers(String prefix, int calls) {
        return IntStream.range(0, calls)
                .mapToObj(i -> "%s%05d;".formatted(prefix, i))
                .collect(Collectors.joining("\n", "SEQUENTIAL\n", "\n"));
    }
}
