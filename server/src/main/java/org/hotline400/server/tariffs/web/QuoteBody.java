package org.hotline400.server.tariffs.web;

import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.tariffs.contracts.ContractQuote;
import org.hotline400.server.tariffs.contracts.MonthShare;
import org.hotline400.server.tariffs.web.ContractBody.SpanBody;
import org.jspecify.annotations.Nullable;

/// What a change would mean; amounts are decimal yuan.
///
/// @param before what holds on that day without it
/// @param after what would; absent: the contract would have ended
/// @param boundUntil the day before which leaving would cost something then
/// @param exit what is to be paid for leaving early
/// @param month the calendar month of that day, as it would be
record QuoteBody(
        LocalDate from, SpanBody before, @Nullable SpanBody after, LocalDate boundUntil, String exit, MonthBody month) {

    /// @param rent of the month, without what was paid at the beginning
    /// @param seconds bundled
    record MonthBody(String month, String rent, long seconds, List<PartBody> parts) {
        static MonthBody of(MonthShare share) {
            return new MonthBody(
                    share.month().toString(),
                    share.rent().toString(),
                    share.seconds(),
                    share.parts().stream().map(PartBody::of).toList());
        }
    }

    /// @param paidDays of the days, those paid at the beginning
    record PartBody(
            LocalDate from,
            LocalDate until,
            String tariff,
            int days,
            int ofDays,
            int paidDays,
            String rent,
            long seconds) {
        static PartBody of(MonthShare.Part part) {
            return new PartBody(
                    part.from(),
                    part.until(),
                    part.span().tariff().code(),
                    part.days(),
                    part.ofDays(),
                    part.paidDays(),
                    part.rent().toString(),
                    part.seconds());
        }
    }

    static QuoteBody of(ContractQuote quote) {
        return new QuoteBody(
                quote.from(),
                SpanBody.of(quote.before()),
                quote.after().map(SpanBody::of).orElse(null),
                quote.boundUntil(),
                quote.exit().toString(),
                MonthBody.of(quote.month()));
    }
}
