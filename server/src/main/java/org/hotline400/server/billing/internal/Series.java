package org.hotline400.server.billing.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Iterator;
import java.util.Locale;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// Numbers without gaps: `HL-202611-000123`. They are counted in the transaction that uses them, so that what is
/// rolled back leaves none missing; who takes some keeps others waiting until he commits.
@Component
class Series {
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("yyyyMM", Locale.ROOT);

    private final JdbcClient jdbc;

    Series(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /// What is numbered.
    enum Kind {
        /// Bills.
        HL,
        /// Credit notes.
        CN
    }

    /// The next ones, all of which must be used.
    Iterator<String> next(Kind kind, LocalDate month, int count) {
        int last = jdbc.sql("""
                        insert into billing.series (series, month, last) values (:series, :month, :count)
                        on conflict (series, month) do update set last = series.last + :count returning last
                        """)
                .param("series", kind.name())
                .param("month", month)
                .param("count", count)
                .query(Integer.class)
                .single();
        return IntStream.rangeClosed(last - count + 1, last)
                .mapToObj(number -> "%s-%s-%06d".formatted(kind, MONTH.format(month), number))
                .iterator();
    }
}
