package org.hotline400.server.interop;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// One call between two SIPp programs through the server, and what its record must say afterwards.
///
/// @param name what happens, as a test is named
/// @param number the number called
/// @param caller what the caller does
/// @param branch what the called side does; null: nobody is there
/// @param branchMustSee whether the called side has to live through its script; a race may keep the call from it
/// @param mishaps what befalls messages of the call, given the caller's number
/// @param record what the record must say; null: there must be none
record Story(
        String name,
        String number,
        SippScript caller,
        @Nullable SippScript branch,
        boolean branchMustSee,
        BiConsumer<Road, String> mishaps,
        @Nullable Consumer<RecordedCall> record) {
    private static final Duration LONGEST = Duration.ofSeconds(100);

    static Story of(String name, String number, SippScript caller) {
        return new Story(name, number, caller, null, false, (road, from) -> {}, null);
    }

    Story meets(SippScript called) {
        return new Story(name, number, caller, called, true, mishaps, record);
    }

    Story mayMeet(SippScript called) {
        return new Story(name, number, caller, called, false, mishaps, record);
    }

    Story on(BiConsumer<Road, String> rough) {
        return new Story(name, number, caller, branch, branchMustSee, rough, record);
    }

    Story ends(String reason, String side) {
        return told(call -> {
            assertThat(call.endReason()).as(call.toString()).isEqualTo(reason);
            assertThat(call.hangupSide()).as(call.toString()).isEqualTo(side);
        });
    }

    Story told(Consumer<RecordedCall> record) {
        return new Story(name, number, caller, branch, branchMustSee, mishaps, record);
    }

    /// Plays it and looks at the record.
    ///
    /// @param from the caller's number, which no other call of the run has
    void play(InteropServer server, Road road, String from, Path folder, int mediaPort) throws Exception {
        mishaps.accept(road, from);
        var calling = program("caller", caller, road, from, folder, mediaPort);
        if (branch == null) {
            play(calling, road);
        } else {
            var called = program("branch", branch, road, from, folder, mediaPort);
            road.lead(from, called.address());
            try (var ringing = called.listen()) {
                play(calling, road);
                if (branchMustSee) {
                    awaitEnd(called, ringing);
                }
            }
        }
        recordIsRight(server, from);
    }

    private void play(SippScenario calling, Road road) throws Exception {
        try (var running = calling.call(number, road.door())) {
            awaitEnd(calling, running);
        }
    }

    private void awaitEnd(SippScenario scenario, ForeignProgram running) throws InterruptedException {
        assertThat(running.awaitExit(LONGEST))
                .as(() -> name + ", the " + scenario.name() + ":\n" + scenario.errors() + scenario.messages()
                        + (scenario.errors().isEmpty() ? running.output() : ""))
                .isZero();
    }

    private static SippScenario program(
            String name, SippScript script, Road road, String from, Path folder, int mediaPort) throws Exception {
        return SippScenario.of(name, script.document(name), folder, Ports.freeMediaPort())
                .with(Map.of("caller", from, "door", "" + road.door().getPort(), "media", "" + mediaPort))
                .with("-m", "1")
                .tracing();
    }

    private void recordIsRight(InteropServer server, String from) {
        if (record == null) {
            assertThat(server.rest().callsOf(from)).isEqualTo(List.of());
        } else {
            record.accept(server.callOf(from));
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
