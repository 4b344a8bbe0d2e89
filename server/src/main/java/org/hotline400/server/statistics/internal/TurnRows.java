package org.hotline400.server.statistics.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotline400.server.statistics.Question;
import org.hotline400.server.statistics.StepFigures;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks `statistics.turns`. Every method runs in the caller's transaction.
@Repository
public class TurnRows {
    /// More ways than plans have; a bound.
    private static final int MOST = 5_000;

    private final JdbcClient jdbc;

    TurnRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record Place(String number, String step) {}

    private record Way(Place place, Turn.Kind kind, String key, String next, long turns) {}

    /// The most frequented step first.
    public List<StepFigures> steps(Question question) {
        Scan.bound(jdbc);
        var sql = """
                select number, step, kind, key, next, count(*) as turns from statistics.turns t where %s
                 group by number, step, kind, key, next order by turns desc, number, step, key, next limit %d
                """.formatted(Scan.where(question, "t"), MOST);
        var ways = Scan.asked(jdbc.sql(sql), question, question.period().firstHour())
                .query((row, _) -> new Way(
                        new Place(row.getString("number"), row.getString("step")),
                        Turn.Kind.of(row.getInt("kind")),
                        row.getString("key"),
                        row.getString("next"),
                        row.getLong("turns")))
                .list();
        Map<Place, List<Way>> byStep = new LinkedHashMap<>();
        ways.forEach(way ->
                byStep.computeIfAbsent(way.place(), _ -> new ArrayList<>()).add(way));
        return byStep.entrySet().stream()
                .map(one -> figures(one.getKey(), one.getValue()))
                .sorted(Comparator.comparingLong(StepFigures::turns).reversed())
                .toList();
    }

    private static StepFigures figures(Place place, List<Way> ways) {
        var choices = ways.stream()
                .filter(way -> way.kind() == Turn.Kind.PRESSED)
                .map(way -> new StepFigures.Choice(way.key(), way.next(), way.turns()))
                .toList();
        return new StepFigures(
                place.number(), place.step(), choices, sum(ways, Turn.Kind.UNDECIDED), sum(ways, Turn.Kind.LEFT));
    }

    private static long sum(List<Way> ways, Turn.Kind kind) {
        return ways.stream()
                .filter(way -> way.kind() == kind)
                .mapToLong(Way::turns)
                .sum();
    }
}
