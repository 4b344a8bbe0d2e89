package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.hotline400.server.database.DatabaseServer;
import org.hotline400.server.database.EmbeddedPostgres;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

/// The database stops under calls. Calls under way go on, new ones come in, and all their records and recordings are
/// there once it is back.
@Isolated
@Tag("interop")
@ExtendWith(SharedServer.class)
class DatabaseAwayTest {
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(60);
    private static final Duration TALK = Duration.ofSeconds(4);

    @TempDir
    private Path folder;

    @BeforeAll
    static void sippIsHere() {
        ForeignProgram.assumeInstalled("sipp", "sip-tester");
        ForeignProgram.assumeRawSockets();
    }

    @Test
    void callsGoOnForTwentySeconds(InteropServer server) throws Exception {
        callsGoOn(server, "1360000", Duration.ofSeconds(20));
    }

    @Test
    @Tag("long")
    void callsGoOnForAMinute(InteropServer server) throws Exception {
        callsGoOn(server, "1361000", Duration.ofMinutes(1));
    }

    private void callsGoOn(InteropServer server, String prefix, Duration away) throws Exception {
        var callers = new ArrayList<String>();
        try (var ear = Ear.open();
                var branchEar = Ear.open();
                var _ = branch(server, branchEar).listen();
                var under = caller(ear, next(prefix, callers)).call(SchoolCall.NUMBER, server.sip())) {
            Awaitility.await("a call is under way")
                    .atMost(Duration.ofSeconds(30))
                    .until(() -> ear.tenthsOf(600) >= 5);
            stopDatabase(server, away, () -> {
                assertThat(under.awaitExit(Duration.ofSeconds(60)))
                        .as(under.output())
                        .isZero();
                callOnce(server, next(prefix, callers));
            });
        }
        for (String caller : callers) {
            var call = recordOf(server, caller);
            assertThat(call.endReason()).isEqualTo("completed");
            assertThat(server.rest().recording(call).length()).isCloseTo(call.talk(), Duration.ofMillis(40));
        }
    }

    /// What happens while the database is away.
    @FunctionalInterface
    private interface WhileAway {
        void run() throws Exception;
    }

    /// Keeps the database away at least this long, and until `meanwhile` is done.
    private static void stopDatabase(InteropServer server, Duration away, WhileAway meanwhile) throws Exception {
        EmbeddedPostgres postgres = server.running()
                .context()
                .getBean(DatabaseServer.class)
                .embedded()
                .orElseThrow();
        long stopped = System.nanoTime();
        postgres.stop();
        try {
            assertThat(postgres.isRunning()).isFalse();
            meanwhile.run();
            Awaitility.await("the database has been away for " + away)
                    .atMost(away.plusSeconds(1))
                    .until(() -> System.nanoTime() - stopped >= away.toNanos());
        } finally {
            postgres.resume();
        }
    }

    private static String next(String prefix, List<String> callers) {
        callers.add("%s%04d".formatted(prefix, callers.size()));
        return callers.getLast();
    }

    private void callOnce(InteropServer server, String from) throws Exception {
        try (var ear = Ear.open();
                var calling = caller(ear, from).call(SchoolCall.NUMBER, server.sip())) {
            assertThat(calling.awaitExit(Duration.ofSeconds(60)))
                    .as(calling.output())
                    .isZero();
            assertThat(ear.tenthsOf(600)).as("the branch was heard").isGreaterThan(20);
        }
    }

    private SippScenario branch(InteropServer server, Ear ear) throws Exception {
        return SippScenario.of("branch", folder, ear.sippMediaPort())
                .at(server.branchPort())
                .with("track.pcap", new PhoneTrack().tone(600, Duration.ofSeconds(60)))
                .with("-d", "200");
    }

    private SippScenario caller(Ear ear, String from) throws Exception {
        var track = SchoolCall.track().tone(1000, TALK);
        return SippScenario.of("caller", folder, ear.sippMediaPort())
                .with("track.pcap", track)
                .with(Map.of("caller", from))
                .with("-m", "1", "-d", "" + track.length().toMillis());
    }

    private static RecordedCall recordOf(InteropServer server, String caller) {
        return Awaitility.await("exactly one record of the call from " + caller)
                .atMost(WRITTEN_WITHIN)
                .ignoreExceptionsMatching(e -> e instanceof AssertionError)
                .until(() -> server.rest().callsOf(caller), calls -> calls.size() == 1)
                .getFirst();
    }
}
