package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Phones of others register, call a 400 number, are called as an extension of its plan, and hear each other:
/// each make in both roles over each transport. All calls take place at the same time.
@Tag("interop")
@ExtendWith(SharedServer.class)
class DeskPhonesTest {
    private static final int CALLER_TONE = 450;
    private static final int CALLED_TONE = 550;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration ALL_TOLD = Duration.ofMinutes(2);
    private static final String PASSWORD = "Correct-horse-9";

    @TempDir
    private static Path folder;

    private static final Map<Meeting, Future<?>> running = new LinkedHashMap<>();
    private static ExecutorService threads;
    /// Answers the server's OPTIONS meanwhile, so that its trunk is in service for the tests to come.
    private static Road road;

    enum Make {
        BARESIP,
        LINPHONE;

        DeskPhone start(PhoneSetup setup) throws IOException {
            return switch (this) {
                case BARESIP -> Baresip.start(folder, setup);
                case LINPHONE -> Linphone.start(folder, setup);
            };
        }
    }

    /// Who calls whom.
    ///
    /// @param key what the caller presses to reach the other
    record Meeting(Make calling, Wire from, Make called, Wire to, char key) {
        @Override
        public String toString() {
            return "%s over %s calls %s over %s".formatted(calling, from, called, to);
        }

        String extension() {
            return "850" + key;
        }

        String callingUser() {
            return "interop-caller-" + key;
        }

        String calledUser() {
            return "interop-called-" + key;
        }
    }

    static Stream<Meeting> meetings() {
        return Stream.of(
                new Meeting(Make.LINPHONE, Wire.UDP, Make.BARESIP, Wire.UDP, '1'),
                new Meeting(Make.BARESIP, Wire.UDP, Make.LINPHONE, Wire.UDP, '2'),
                new Meeting(Make.LINPHONE, Wire.TCP, Make.BARESIP, Wire.TCP, '3'),
                new Meeting(Make.BARESIP, Wire.TCP, Make.LINPHONE, Wire.TCP, '4'),
                new Meeting(Make.LINPHONE, Wire.TLS, Make.BARESIP, Wire.TLS, '5'),
                new Meeting(Make.BARESIP, Wire.TLS, Make.LINPHONE, Wire.TLS, '6'));
    }

    @BeforeAll
    static void begin(InteropServer server) throws Exception {
        ForeignProgram.assumeInstalled("baresip", "baresip-core");
        ForeignProgram.assumeInstalled("linphonec", "linphone-cli");
        road = Road.at(server.branchPort(), server.sip(), 0);
        var keys = meetings().toList();
        for (var meeting : keys) {
            server.addPhone(TestPlans.MENU, meeting.callingUser(), "860" + meeting.key(), PASSWORD);
            server.addPhone(TestPlans.MENU, meeting.calledUser(), meeting.extension(), PASSWORD);
        }
        TestPlans.publishExtensions(
                server, keys.stream().map(Meeting::extension).toList());
        threads = Executors.newVirtualThreadPerTaskExecutor();
        for (var meeting : keys) {
            running.put(meeting, threads.submit(() -> {
                meet(meeting, server);
                return null;
            }));
        }
    }

    @AfterAll
    static void end(InteropServer server) {
        if (threads != null) {
            threads.shutdownNow();
        }
        if (road != null) {
            road.close();
            TestPlans.publish(server);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("meetings")
    void hearEachOther(Meeting meeting) throws Exception {
        running.get(meeting).get(ALL_TOLD.toMillis(), TimeUnit.MILLISECONDS);
    }

    private static void meet(Meeting meeting, InteropServer server) throws Exception {
        try (var called = meeting.called().start(setup(meeting.calledUser(), CALLED_TONE, meeting.to(), server));
                var caller =
                        meeting.calling().start(setup(meeting.callingUser(), CALLER_TONE, meeting.from(), server))) {
            isRegistered(server, meeting.calledUser(), meeting.to());
            isRegistered(server, meeting.callingUser(), meeting.from());
            caller.dial(PhoneSetup.uri(server.sip(meeting.from()), meeting.from())
                    .replace("sip:", "sip:" + TestPlans.MENU + "@"));
            caller.awaitHeard(Duration.ofSeconds(1), PATIENCE);
            caller.press(meeting.key());
            called.accept(PATIENCE);
            caller.awaitTone(CALLED_TONE, 20, PATIENCE);
            called.awaitTone(CALLER_TONE, 20, PATIENCE);
            caller.hangUp();
            called.awaitOver(PATIENCE);
        }
        recordTellsIt(server, meeting);
    }

    private static void isRegistered(InteropServer server, String phone, Wire over) {
        Awaitility.await(phone + " is registered")
                .atMost(PATIENCE)
                .until(() -> server.rest().transportOf(phone).equals(Optional.of(over.parameter())));
    }

    private static PhoneSetup setup(String user, int tone, Wire wire, InteropServer server) throws IOException {
        var login = new PhoneSetup.Login(PASSWORD, server.sip(wire), server.authority());
        return PhoneSetup.of(user, Ports.freeSipPort(), tone, wire).registering(login);
    }

    private static void recordTellsIt(InteropServer server, Meeting meeting) {
        var call = server.callOf("860" + meeting.key());
        assertThat(call.endReason()).as(call.toString()).isEqualTo("completed");
        assertThat(call.hangupSide()).as(call.toString()).isEqualTo("caller");
        assertThat(call.keys()).containsExactly(String.valueOf(meeting.key()));
        assertThat(call.target()).isEqualTo("ext:" + meeting.extension());
    }
}
