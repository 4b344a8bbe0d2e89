package org.hotline400.bench.media;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.bench.platform.Machine;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// All that one run of the command measured.
final class MediaResults {
    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Machine machine;
    private final List<String> command;
    private final List<MediaStep> steps = new ArrayList<>();
    private final List<MemoryACall> memory = new ArrayList<>();

    /// @param command the arguments of `./hotline bench`
    MediaResults(Machine machine, List<String> command) {
        this.machine = machine;
        this.command = List.copyOf(command);
    }

    void add(MediaStep step) {
        steps.add(step);
    }

    void add(MemoryACall measured) {
        memory.add(measured);
    }

    Machine machine() {
        return machine;
    }

    List<MediaStep> steps() {
        return List.copyOf(steps);
    }

    /// The largest load that was carried; empty when none was, or none of this kind was measured.
    Optional<MediaStep> carried(boolean recorded) {
        return steps.stream()
                .filter(step -> step.terms().recorded() == recorded && step.good())
                .max(Comparator.comparingInt(step -> step.terms().calls()));
    }

    /// The figures that count, a line each.
    String text() {
        var carried = Stream.of(false, true)
                .filter(kind -> steps.stream().anyMatch(step -> step.terms().recorded() == kind))
                .map(kind -> (kind ? "recorded" : "unrecorded") + " calls at once carried: "
                        + carried(kind)
                                .map(step -> Integer.toString(step.terms().calls()))
                                .orElse("none")
                        + (kind
                                ? " (Asterisk 300, FreeSWITCH 500)"
                                : " (Asterisk 500, FreeSWITCH 500, rtpengine 1,200)"));
        return String.join(
                System.lineSeparator(),
                Stream.concat(carried, memory.stream().map(MemoryACall::text)).toList());
    }

    /// Machine, command and every step; durations as ISO-8601 text.
    String json() {
        return JSON.writeValueAsString(
                new Document(machine, "./hotline bench " + String.join(" ", command), steps, memory));
    }

    private record Document(Machine machine, String command, List<MediaStep> steps, List<MemoryACall> memory) {}
}
