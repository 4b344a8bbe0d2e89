package org.hotline400.server.enrolment.provisioning;

import java.time.LocalDate;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.payments.Quote;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.TenantId;

/// What was agreed with the holder of a number. Days are Asia/Shanghai's.
///
/// @param rent package, edition, term and what was paid at the beginning
/// @param starts the day when the number came into service
/// @param boundUntil the day before which it cannot be ended
/// @param paidUntil the first day whose rent was not paid in advance
public record Contract(
        ApplicationId application,
        TenantId tenant,
        HotlineNumber number,
        Quote.Rent rent,
        LocalDate starts,
        LocalDate boundUntil,
        LocalDate paidUntil) {

    static Contract of(ApplicationId application, TenantId tenant, Quote quote, LocalDate starts) {
        var rent = quote.rent();
        return new Contract(
                application,
                tenant,
                quote.setUp().number(),
                rent,
                starts,
                starts.plusMonths(rent.termMonths()),
                starts.plusMonths(rent.months()));
    }
}
