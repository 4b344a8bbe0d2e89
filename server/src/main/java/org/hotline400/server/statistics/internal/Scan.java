package org.hotline400.server.statistics.internal;

import org.hotline400.server.statistics.Question;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/// A question's conditions in SQL, and its bounds. Row security alone says whose rows are seen; the
/// tenant is named so that an index can be used.
final class Scan {
    private static final String TIME = "5s";
    private static final String MEMORY = "64MB";

    private Scan() {}

    /// Bounds what the transaction's statements take from now on.
    static void bound(JdbcClient jdbc) {
        jdbc.sql("select set_config('statement_timeout', ?, true), set_config('work_mem', ?, true)")
                .params(TIME, MEMORY)
                .query((_, _) -> true)
                .single();
    }

    /// Which of the rows called by this name are meant, within `:first` and `:end`.
    static String where(Question question, String row) {
        var hours = row + ".hour >= :first and " + row + ".hour < :end";
        var tenant = question.tenant().isPresent() ? " and " + row + ".tenant = :tenant" : "";
        var number = question.number().isPresent() ? " and " + row + ".number = :number" : "";
        return hours + tenant + number;
    }

    static StatementSpec asked(StatementSpec statement, Question question, int first) {
        var asked =
                statement.param("first", first).param("end", question.period().endHour());
        question.tenant().ifPresent(tenant -> asked.param("tenant", tenant.value()));
        question.number().ifPresent(number -> asked.param("number", number.digits()));
        return asked;
    }
}
