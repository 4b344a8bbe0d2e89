package org.hotline400.bench.plans;

import java.util.ArrayList;
import java.util.List;
import org.hotline400.bench.BenchFailedException;
import org.hotline400.bench.report.Figure;
import org.hotline400.bench.report.Goal;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Turns what the platform measured into figures beside what is asked.
final class PlanFigures {
    private static final JsonMapper JSON = new JsonMapper();

    private PlanFigures() {}

    static List<Figure> read(String json) {
        try {
            return figures(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new BenchFailedException("hotline measure-plans printed no figures: " + json);
        }
    }

    private static List<Figure> figures(JsonNode measured) {
        var figures = new ArrayList<Figure>();
        judged(figures, measured, "decisionsPerSecond", "decisions a second a core", "", least(1e6));
        judged(figures, measured, "p99Microseconds", "one decision, p99", "µs", most(10));
        told(figures, measured, "p50Microseconds", "one decision, p50", "µs");
        judged(figures, measured, "bytesPerDecision", "garbage a decision", "bytes", most(64));
        told(figures, measured, "stepsPerDecision", "steps a decision goes through, mean", "");
        judged(figures, measured, "lookUpsPerSecond", "region look-ups a second a core", "", least(5e6));
        judged(figures, measured, "secondsFor10000Plans", "reading and checking 10,000 such plans", "s", most(5));
        return figures;
    }

    private static Goal least(double least) {
        return new Goal.AtLeast(least, least);
    }

    private static Goal most(double most) {
        return new Goal.AtMost(most, most);
    }

    private static void judged(
            List<Figure> figures, JsonNode measured, String field, String what, String unit, Goal goal) {
        figures.add(new Figure(what, value(measured, field), unit, goal, List.of()));
    }

    private static void told(List<Figure> figures, JsonNode measured, String field, String what, String unit) {
        figures.add(Figure.told(what, value(measured, field), unit));
    }

    private static double value(JsonNode measured, String field) {
        if (!measured.path(field).isNumber()) {
            throw new BenchFailedException("hotline measure-plans did not tell " + field);
        }
        return measured.path(field).doubleValue();
    }
}
