package org.hotline400.server.tariffs.web;

import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.tariffs.contracts.Contract;
import org.hotline400.server.tariffs.contracts.Contract.Span;
import org.jspecify.annotations.Nullable;

/// A contract on the wire; days are Asia/Shanghai's, amounts decimal yuan.
///
/// @param number that it is for at the last
/// @param ends the first day for which it does not hold; absent: it runs
/// @param boundUntil the day before which leaving costs something
/// @param paidUntil the first day whose rent was not paid at the beginning
/// @param exit what leaving early has cost
/// @param spans what held, holds and will hold
record ContractBody(
        String id,
        String tenant,
        String number,
        LocalDate starts,
        @Nullable LocalDate ends,
        LocalDate boundUntil,
        LocalDate paidUntil,
        String exit,
        List<SpanBody> spans) {

    /// @param until the first day for which it no longer holds; absent: for good
    /// @param rentPerMonth after the discount of the term
    /// @param termMonths 0: from month to month
    record SpanBody(
            LocalDate from,
            @Nullable LocalDate until,
            String number,
            String tariff,
            int version,
            String chinese,
            String english,
            String rentPerMonth,
            int minutes,
            int termMonths) {
        static SpanBody of(Span span) {
            var tariff = span.tariff();
            return new SpanBody(
                    span.from(),
                    span.until().orElse(null),
                    span.number().digits(),
                    tariff.code(),
                    tariff.version(),
                    tariff.chinese(),
                    tariff.english(),
                    span.rentPerMonth().toString(),
                    tariff.minutes(),
                    span.termMonths());
        }
    }

    static ContractBody of(Contract contract) {
        return new ContractBody(
                contract.id().toString(),
                contract.tenant().toString(),
                contract.spans().getLast().number().digits(),
                contract.starts(),
                contract.ends().orElse(null),
                contract.boundUntil(),
                contract.paidUntil(),
                contract.exit().toString(),
                contract.spans().stream().map(SpanBody::of).toList());
    }
}
