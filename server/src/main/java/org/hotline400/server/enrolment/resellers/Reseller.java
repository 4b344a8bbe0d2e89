package org.hotline400.server.enrolment.resellers;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.hotline400.server.kernel.TenantId;

/// Somebody who takes in applications for others.
///
/// @param tenant whose people do so
/// @param name of the company, as on the licence
/// @param mail where it is warned; empty: nowhere
/// @param suspended by the operator
/// @param changedBy who wrote this
public record Reseller(
        TenantId tenant,
        String name,
        Licence licence,
        Optional<String> mail,
        Optional<String> mobile,
        boolean suspended,
        Instant changedAt,
        String changedBy) {

    /// What it may do.
    public enum Standing {
        VALID,
        NOT_YET,
        EXPIRED,
        SUSPENDED
    }

    /// @param day in Asia/Shanghai
    public Standing standing(LocalDate day) {
        if (suspended) {
            return Standing.SUSPENDED;
        }
        if (day.isBefore(licence.from())) {
            return Standing.NOT_YET;
        }
        return day.isAfter(licence.until()) ? Standing.EXPIRED : Standing.VALID;
    }

    /// Days until the licence's last one; negative when it is over.
    public long daysLeft(LocalDate day) {
        return ChronoUnit.DAYS.between(day, licence.until());
    }

    /// Where it may be reached is nobody else's business.
    @Override
    public String toString() {
        return "Reseller[" + tenant + "]";
    }
}
