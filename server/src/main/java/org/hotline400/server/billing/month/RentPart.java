package org.hotline400.server.billing.month;

import java.time.LocalDate;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.contracts.Contract;

/// Some days of a month for which one rent holds, all of them paid in advance or none.
///
/// @param until the first day that is no longer in it
/// @param ofDays that the month has
/// @param rent for these days, whole fen
public record RentPart(
        Contract.Span span, LocalDate from, LocalDate until, int ofDays, Money rent, boolean paidInAdvance) {

    public int days() {
        return Math.toIntExact(until.toEpochDay() - from.toEpochDay());
    }

    public boolean isWholeMonth() {
        return days() == ofDays;
    }
}
