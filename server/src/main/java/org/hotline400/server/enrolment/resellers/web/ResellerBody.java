package org.hotline400.server.enrolment.resellers.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.UUID;
import org.hotline400.server.enrolment.resellers.Reseller;
import org.jspecify.annotations.Nullable;

/// A reseller on the wire.
///
/// @param standing `valid`, `not-yet`, `expired` or `suspended`
/// @param daysLeft until the licence's last day; negative when it is over
record ResellerBody(
        UUID tenant,
        String name,
        LicenceBody licence,
        @Nullable String mail,
        @Nullable String mobile,
        boolean suspended,
        String standing,
        long daysLeft,
        Instant changedAt,
        String changedBy) {

    /// @param until the last day, in Asia/Shanghai
    record LicenceBody(String number, String scope, LocalDate from, LocalDate until) {}

    static ResellerBody of(Reseller reseller, LocalDate today) {
        var licence = reseller.licence();
        return new ResellerBody(
                reseller.tenant().value(),
                reseller.name(),
                new LicenceBody(licence.number(), licence.scope(), licence.from(), licence.until()),
                reseller.mail().orElse(null),
                reseller.mobile().orElse(null),
                reseller.suspended(),
                code(reseller.standing(today)),
                reseller.daysLeft(today),
                reseller.changedAt(),
                reseller.changedBy());
    }

    private static String code(Reseller.Standing standing) {
        return standing.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
