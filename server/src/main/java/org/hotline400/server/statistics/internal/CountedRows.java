package org.hotline400.server.statistics.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.statistics.Compared;
import org.hotline400.server.statistics.Count;
import org.hotline400.server.statistics.Figures;
import org.hotline400.server.statistics.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/// Asks `statistics.calls` for counts: one scan, grouped four ways. Every method runs in the caller's
/// transaction.
@Repository
public class CountedRows {
    private static final String LENGTHS = Figures.LENGTHS.stream()
            .map(seconds -> String.valueOf(seconds * 1000))
            .collect(Collectors.joining(",", "array[", "]"));

    private final JdbcClient jdbc;

    CountedRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// The ways in which the scan is grouped, as `grouping(hour, adcode, length, end_reason)` numbers them.
    private static final int BY_HOUR = 0b0111;

    private static final int BY_PLACE = 0b1011;
    private static final int BY_LENGTH = 0b1101;
    private static final int BY_REASON = 0b1110;

    public Figures figures(Question question) {
        Scan.bound(jdbc);
        var tally = new Tally(names());
        var sql = """
                select grouping(hour, adcode, length, end_reason) as way, hour, now, adcode, length, end_reason,
                       count(*) as calls, count(*) filter (where outcome = 1) as answered,
                       count(*) filter (where outcome = 2) as missed,
                       coalesce(sum(wait_ms) filter (where outcome = 1), 0) as wait,
                       coalesce(sum(talk_ms) filter (where outcome = 1), 0) as talk
                  from (select hour, hour >= :from as now, adcode, outcome, wait_ms, talk_ms, end_reason,
                               case when outcome = 1 then width_bucket(talk_ms, %s) end as length
                          from statistics.calls c where %s) as c
                 group by grouping sets ((hour), (now, adcode), (now, length), (now, end_reason))
                """.formatted(LENGTHS, Scan.where(question, "c"));
        var period = question.period();
        Scan.asked(jdbc.sql(sql), question, period.before().firstHour())
                .param("from", period.firstHour())
                .query(tally::take);
        return tally.figures();
    }

    private Map<Integer, Place> names() {
        return jdbc
                .sql("select adcode, province, city from statistics.places")
                .query((row, _) ->
                        Map.entry(row.getInt("adcode"), new Place(row.getString("province"), row.getString("city"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private record Place(String province, String city) {
        static final Place UNKNOWN = new Place("", "");
    }

    /// Sorts the groups out.
    private static final class Tally {
        private final Map<Integer, Place> names;
        private final Map<Integer, Count> hours = new HashMap<>();
        private final Map<Place, Compared> places = new HashMap<>();
        private final Map<Integer, Compared> talks = new HashMap<>();
        private final Map<String, Compared> reasons = new HashMap<>();

        Tally(Map<Integer, Place> names) {
            this.names = names;
        }

        void take(ResultSet row) throws SQLException {
            var count = new Count(
                    row.getLong("calls"),
                    row.getLong("answered"),
                    row.getLong("missed"),
                    row.getLong("wait"),
                    row.getLong("talk"));
            int way = row.getInt("way");
            if (way == BY_HOUR) {
                hours.merge(row.getInt("hour"), count, Count::plus);
                return;
            }
            var compared = row.getBoolean("now") ? new Compared(count, Count.NONE) : new Compared(Count.NONE, count);
            switch (way) {
                case BY_PLACE ->
                    places.merge(names.getOrDefault(row.getInt("adcode"), Place.UNKNOWN), compared, Compared::plus);
                case BY_LENGTH -> {
                    int length = row.getInt("length");
                    if (!row.wasNull()) {
                        talks.merge(length, compared, Compared::plus);
                    }
                }
                case BY_REASON -> reasons.merge(row.getString("end_reason"), compared, Compared::plus);
                default -> throw new IllegalStateException("nothing is grouped by " + way);
            }
        }

        Figures figures() {
            var sorted = new ArrayList<Figures.Placed>();
            places.forEach((place, count) -> sorted.add(new Figures.Placed(place.province(), place.city(), count)));
            sorted.sort(Comparator.comparingLong(
                            (Figures.Placed one) -> one.count().now().calls())
                    .reversed()
                    .thenComparing(Figures.Placed::province)
                    .thenComparing(Figures.Placed::city));
            return new Figures(hours, List.copyOf(sorted), talks, reasons);
        }
    }
}
