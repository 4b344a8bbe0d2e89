package org.hotline400.bench.calls;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;

/// What became of the calls of a load, as SIPp tells it.
///
/// @param placed calls that were begun
/// @param placedPerSecond of these, within the load's time
/// @param completed calls that were answered, acknowledged, hung up and confirmed so
/// @param completedPerSecond while calls began
/// @param refused final responses other than 200, by status
/// @param unfinished calls that were neither completed nor refused, such as timeouts
/// @param seconds from SIPp's start to its end
/// @param retransmissions requests that had to be repeated
record LoadResult(
        Load load,
        long placed,
        double placedPerSecond,
        long completed,
        double completedPerSecond,
        Map<Integer, Long> refused,
        long unfinished,
        double seconds,
        long retransmissions) {
    private static final double TOLERATED = 0.001;
    /// SIPp is to have placed the calls at the rate that was asked for.
    private static final double ON_TIME = 0.97;

    /// Of the rate asked for, or the load was another one.
    private static final double ENOUGH_PLACED = 0.95;

    private static final double SLACK_SECONDS = 0.5;
    private static final Pattern RECEIVED = Pattern.compile("\\d+_(\\d{3})_Recv");

    LoadResult {
        refused = Map.copyOf(refused);
    }

    /// @param statistics the lines of `-trace_stat`
    /// @param counts the lines of `-trace_counts`, one a second
    static LoadResult read(Load load, List<String> statistics, List<String> counts) {
        var totals = row(statistics, statistics.size() - 1);
        var steps = row(counts, counts.size() - 1);
        var refused = refusals(steps);
        long placed = number(totals, "TotalCallCreated");
        long completed = completed(steps);
        long turnedAway = refused.values().stream().mapToLong(Long::longValue).sum();
        return new LoadResult(
                load,
                placed,
                perSecond(load, counts, LoadResult::placed),
                completed,
                perSecond(load, counts, LoadResult::completed),
                refused,
                placed - completed - turnedAway,
                seconds(steps.getOrDefault("ElapsedTime", "")),
                number(totals, "Retransmissions(C)"));
    }

    private static Map<Integer, Long> refusals(Map<String, String> steps) {
        var refused = new TreeMap<Integer, Long>();
        steps.forEach((step, times) -> {
            var name = RECEIVED.matcher(step);
            if (name.matches() && Integer.parseInt(name.group(1)) > 299 && Long.parseLong(times) > 0) {
                refused.put(Integer.parseInt(name.group(1)), Long.parseLong(times));
            }
        });
        return refused;
    }

    /// Of the two steps that wait for a 200 the later one confirms the BYE.
    private static long completed(Map<String, String> steps) {
        long completed = 0;
        for (var step : steps.entrySet()) {
            if (step.getKey().endsWith("_200_Recv")) {
                completed = Long.parseLong(step.getValue());
            }
        }
        return completed;
    }

    private static long placed(Map<String, String> steps) {
        return steps.entrySet().stream()
                .filter(step -> step.getKey().endsWith("_INVITE_Sent"))
                .mapToLong(step -> Long.parseLong(step.getValue()))
                .sum();
    }

    /// While calls began: what comes afterwards does not count, nor does the time that the last ones wait.
    private static double perSecond(Load load, List<String> counts, ToLongFunction<Map<String, String>> what) {
        for (int i = counts.size() - 1; i > 0; i--) {
            var row = row(counts, i);
            double elapsed = seconds(row.getOrDefault("ElapsedTime", ""));
            if (elapsed > 0 && (elapsed <= load.seconds() + SLACK_SECONDS || i == 1)) {
                return what.applyAsLong(row) / Math.max(elapsed, load.seconds());
            }
        }
        return 0;
    }

    /// By the names of the first line.
    private static Map<String, String> row(List<String> lines, int index) {
        if (lines.size() < 2) {
            throw new IllegalArgumentException("it has " + lines.size() + " lines");
        }
        var names = lines.getFirst().split(";", -1);
        var values = lines.get(index).split(";", -1);
        var row = new LinkedHashMap<String, String>();
        for (int i = 0; i < Math.min(names.length, values.length); i++) {
            row.put(names[i], values[i].strip());
        }
        return row;
    }

    private static long number(Map<String, String> row, String name) {
        var text = row.get(name);
        if (text == null) {
            throw new IllegalArgumentException("it has no column " + name);
        }
        return Long.parseLong(text);
    }

    /// Written `00:00:05` or `00:00:05:012000`.
    private static double seconds(String text) {
        var parts = text.split(":", -1);
        if (parts.length < 3) {
            throw new IllegalArgumentException("\"" + text + "\" is no time");
        }
        double seconds =
                Integer.parseInt(parts[0]) * 3600.0 + Integer.parseInt(parts[1]) * 60.0 + Integer.parseInt(parts[2]);
        return parts.length > 3 ? seconds + Integer.parseInt(parts[3]) / 1e6 : seconds;
    }

    /// Calls that were not completed, those never placed included.
    long failed() {
        return load.calls() - completed;
    }

    double failedShare() {
        return (double) failed() / load.calls();
    }

    /// Of the calls that were to begin within the load's time, those that did.
    double placedShare() {
        return placedPerSecond / load.rate();
    }

    /// Whether the load was what was asked for: at least 95 % of the calls began within its time.
    boolean isPlaced() {
        return placedShare() >= ENOUGH_PLACED;
    }

    /// Whether the rate was carried: less than one call in a thousand failed, and SIPp kept its pace.
    boolean isCarried() {
        return failedShare() < TOLERATED && completedPerSecond > load.rate() * ON_TIME;
    }

    /// In words: `225000 of 225000 completed`.
    String text() {
        var words = new StringBuilder()
                .append(completed)
                .append(" of ")
                .append(load.calls())
                .append(" completed");
        refused.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(entry -> words.append(", ")
                        .append(entry.getValue())
                        .append(" × ")
                        .append(entry.getKey()));
        if (unfinished > 0) {
            words.append(", ").append(unfinished).append(" without an end");
        }
        if (!isPlaced()) {
            words.append(", ONLY %.0f A SECOND PLACED".formatted(placedPerSecond));
        }
        if (retransmissions > 0) {
            words.append(", ").append(retransmissions).append(" retransmissions");
        }
        return words.toString();
    }
}
