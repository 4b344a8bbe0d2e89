package org.hotline400.server.statistics.web;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Supplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.IsoText;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.statistics.Period;
import org.hotline400.server.statistics.Question;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.core.NestedExceptionUtils;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/// Reads a question and has it answered, for whoever may see calls.
@Component
class Asking {
    private static final Problem TOO_MUCH = new Problem(
            503,
            "statistics.too-much",
            "This took too long to count; ask for a shorter period or one number.",
            "统计时间过长，请缩短时段或只选一个号码。");
    /// PostgreSQL's `query_canceled`.
    private static final String CANCELLED = "57014";

    private final Transactions transactions;

    Asking(Transactions transactions) {
        this.transactions = transactions;
    }

    Question question(Caller caller, String from, String to, Optional<String> number, Checks checks) {
        caller.require(Scope.read("calls"));
        var first = checks.read("from", "malformed", from, Asking::day);
        var end = checks.read("to", "malformed", to, Asking::day);
        var dialled = checks.readIfPresent(
                "number",
                "numbers.malformed",
                number.filter(text -> !text.isEmpty()).orElse(null),
                HotlineNumber::parse);
        var period = first.value()
                .flatMap(begin -> end.value()
                        .flatMap(finish -> checks.read("to", "out-of-range", finish, until -> new Period(begin, until))
                                .value()));
        checks.done();
        var tenant = caller.isOperator() ? Optional.<TenantId>empty() : Optional.of(caller.tenant());
        return new Question(period.orElseThrow(), tenant, dialled);
    }

    private static LocalDate day(String text) {
        try {
            return IsoText.day(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a day such as 2026-11-27", e);
        }
    }

    <T> T answer(Caller caller, Supplier<T> question) {
        try {
            return caller.see(transactions, question);
        } catch (DataAccessException e) {
            if (NestedExceptionUtils.getMostSpecificCause(e) instanceof SQLException cause
                    && CANCELLED.equals(cause.getSQLState())) {
                throw new ProblemException(TOO_MUCH);
            }
            throw e;
        }
    }
}
