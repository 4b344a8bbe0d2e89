package org.hotline400.server.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// One story, played many times by one SIPp that calls and one that is called.
///
/// @param story what each call does
/// @param prefix what the callers' numbers begin with: seven digits, before four that count up
/// @param calls how many, at most 10,000
/// @param everySecond how many of them begin in a second; below one, such as 0.5, they begin further apart
record Crowd(Story story, String prefix, int calls, double everySecond) {

    List<String> callers() {
        return IntStream.range(0, calls)
                .mapToObj(i -> prefix + "%04d".formatted(i))
                .toList();
    }

    /// Both programs, running.
    record Running(Crowd crowd, SippScenario caller, ForeignProgram calling, Optional<ForeignProgram> called)
            implements AutoCloseable {

        /// Waits until every caller is through.
        void awaitCallers(Duration atMost) throws InterruptedException {
            // How many failed is told by the records: on a rough road SIPp takes a late message for a fault.
            calling.awaitExit(atMost);
        }

        @Override
        public void close() {
            calling.close();
            called.ifPresent(ForeignProgram::close);
        }
    }

    Running start(Road road, Path folder, int mediaPort) throws IOException {
        var called = Optional.<ForeignProgram>empty();
        var script = story.branch();
        if (script != null) {
            var branch = program("branch", script, road, folder, mediaPort);
            callers().forEach(caller -> road.lead(caller, branch.address()));
            called = Optional.of(branch.listen());
        }
        var caller = program("caller", story.caller(), road, folder, mediaPort).with(rate());
        Files.writeString(
                caller.folder().resolve("callers.csv"),
                callers().stream().collect(Collectors.joining(";\n", "SEQUENTIAL\n", ";\n")));
        return new Running(this, caller, caller.call(story.number(), road.door()), called);
    }

    /// SIPp starts `-r` calls each `-rp` milliseconds.
    private String[] rate() {
        return new String[] {
            "-inf",
            "callers.csv",
            "-m",
            "" + calls,
            "-l",
            "" + calls,
            "-r",
            "1",
            "-rp",
            "" + Math.round(1000 / everySecond)
        };
    }

    /// A message that comes at the wrong moment is no fault here, so SIPp is to take it easy.
    private static SippScenario program(String name, SippScript script, Road road, Path folder, int mediaPort)
            throws IOException {
        var document = script.document(name).replace("[caller]", "[field0]");
        return SippScenario.of(name, document, folder, Ports.freeMediaPort())
                .with(Map.of("door", "" + road.door().getPort(), "media", "" + mediaPort))
                .with("-default_behaviors", "all,-abortunexp")
                .living(Duration.ofMinutes(20));
    }
}
