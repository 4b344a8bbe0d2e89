package org.hotline400.bench.media;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.hotline400.bench.platform.Machine;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import org.hotline400.bench.report.PeerFigure;
import org.hotline400.bench.report.Report;

/// All that one run of the command measured.
final class MediaResults {
    private static final Goal MEMORY = new Goal.AtMost(150, 60);

    private final List<MediaStep> steps = new ArrayList<>();
    private final List<MemoryACall> memory = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();

    void add(MediaStep step) {
        steps.add(step);
        lines.add(step.text().strip());
    }

    /// Takes two loads on a platform with a fixed heap; they are not counted among those that are carried.
    void addMemory(MediaStep few, MediaStep many) {
        var measured = MemoryACall.between(few, many);
        memory.add(measured);
        lines.addAll(List.of(few.text().strip(), many.text().strip(), measured.text()));
    }

    List<MediaStep> steps() {
        return List.copyOf(steps);
    }

    /// The largest load that was carried; empty when none was.
    Optional<MediaStep> carried(boolean recorded) {
        return ofKind(recorded)
                .filter(MediaStep::good)
                .max(Comparator.comparingInt(step -> step.terms().calls()));
    }

    private Stream<MediaStep> ofKind(boolean recorded) {
        return steps.stream().filter(step -> step.terms().recorded() == recorded);
    }

    /// @param command how to measure the same again
    Report report(Machine machine, String command) {
        var figures = new ArrayList<Figure>();
        for (var recorded : List.of(true, false)) {
            if (ofKind(recorded).findAny().isPresent()) {
                figures.addAll(loads(recorded));
            }
        }
        memory.forEach(one -> figures.add(figure(one)));
        return new Report("media", "Two-party calls at once", Instant.now(), machine, command, figures, notes());
    }

    private List<Figure> loads(boolean recorded) {
        var kind = recorded ? "recorded" : "unrecorded";
        var best = carried(recorded);
        var figures = new ArrayList<Figure>();
        figures.add(new Figure(
                "two-party PCMA calls at once, " + kind,
                best.map(step -> step.terms().calls()).orElse(0),
                "",
                recorded ? new Goal.AtLeast(700, 1000) : new Goal.AtLeast(1000, 1500),
                recorded
                        ? List.of(PeerFigure.quoted("Asterisk", 300), PeerFigure.quoted("FreeSWITCH", 500))
                        : List.of(
                                PeerFigure.quoted("Asterisk", 500),
                                PeerFigure.quoted("FreeSWITCH", 500),
                                PeerFigure.quoted("rtpengine", 1200))));
        best.ifPresent(step -> figures.addAll(List.of(
                Figure.told(
                        "round trip p50 at that load, " + kind,
                        millis(step.trip().median()),
                        "ms"),
                Figure.told(
                        "round trip p99 at that load, " + kind,
                        millis(step.trip().p99()),
                        "ms"),
                Figure.told(
                        "packets lost at that load, " + kind,
                        (double) step.packets().lost(),
                        ""),
                Figure.told(
                        "CPU of the platform at that load, " + kind,
                        step.usage().platform(),
                        "% of a core"),
                Figure.told(
                        "CPU of the generator at that load, " + kind,
                        step.usage().generator(),
                        "% of a core"))));
        return figures;
    }

    private static Figure figure(MemoryACall measured) {
        return new Figure(
                "memory a call with media, " + (measured.recorded() ? "recorded" : "unrecorded"),
                measured.kilobytes(),
                "KB",
                MEMORY,
                measured.recorded()
                        ? List.of(PeerFigure.quoted("Asterisk", 405), PeerFigure.quoted("FreeSWITCH", 1130))
                        : List.of(
                                PeerFigure.quoted("rtpengine", 60),
                                PeerFigure.quoted("Asterisk", 308),
                                PeerFigure.quoted("FreeSWITCH", 750)));
    }

    private List<String> notes() {
        var notes = new ArrayList<>(List.of(
                "A load is carried when every call is up, the platform loses no packet, 99 of 100 packets are back"
                        + " with the caller within 20 ms, and each recorded call has a recording that lacks no packet.",
                "Each packet goes from the caller through the platform to the callee, which sends it back the same way."
                        + " The round trip includes up to 1 ms at either end, the turn of the generator.",
                "Packets of the first two seconds, in which ports latch to their sources, are not counted; RTCP is"
                        + " received and not answered."));
        notes.addAll(lines);
        return notes;
    }

    private static double millis(Duration time) {
        return time.toNanos() / 1e6;
    }
}
