package org.hotline400.bench.report;

import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/// A report for programs.
public final class ReportJson {
    private static final JsonMapper JSON = new JsonMapper();

    private ReportJson() {}

    /// Absent goals are absent; values are in the figure's unit.
    public static String of(Report report) {
        var root = JSON.createObjectNode();
        var machine = report.machine();
        root.put("bench", report.bench())
                .put("title", report.title())
                .put("at", report.at().toString())
                .put("command", report.command());
        root.putObject("machine")
                .put("cpu", machine.cpu())
                .put("cores", machine.cores())
                .put("memoryGigabytes", machine.memoryGigabytes())
                .put("kernel", machine.kernel())
                .put("jdk", machine.jdk())
                .put("commit", machine.commit());
        var figures = root.putArray("figures");
        report.figures().forEach(figure -> add(figures, figure));
        var notes = root.putArray("notes");
        report.notes().forEach(notes::add);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    private static void add(ArrayNode figures, Figure figure) {
        var node = figures.addObject().put("what", figure.what());
        node.put("value", figure.value()).put("unit", figure.unit());
        switch (figure.goal()) {
            case Goal.None _ -> {}
            case Goal.AtLeast(double least, double aim) ->
                node.put("better", "more").put("least", least).put("aim", aim);
            case Goal.AtMost(double most, double aim) ->
                node.put("better", "less").put("most", most).put("aim", aim);
        }
        if (figure.verdict() != Goal.Verdict.NOT_JUDGED) {
            node.put("reached", figure.verdict().word());
        }
        var peers = node.putArray("peers");
        for (var peer : figure.peers()) {
            peers.addObject()
                    .put("peer", peer.peer())
                    .put("value", peer.value())
                    .put("measuredHere", peer.measuredHere());
        }
    }
}
