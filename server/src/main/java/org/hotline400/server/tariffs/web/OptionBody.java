package org.hotline400.server.tariffs.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import org.hotline400.server.tariffs.entitlements.BoughtOption;
import org.jspecify.annotations.Nullable;

/// A feature that was bought beside a package.
///
/// @param pricePerMonth in yuan; charged by day
/// @param from the first day that is charged
/// @param until the first day that is not; absent: it runs
@JsonInclude(JsonInclude.Include.NON_NULL)
record OptionBody(
        String contract,
        String feature,
        String chinese,
        String english,
        String pricePerMonth,
        LocalDate from,
        @Nullable LocalDate until) {

    static OptionBody of(BoughtOption option) {
        return new OptionBody(
                option.contract().toString(),
                option.feature().code(),
                option.feature().chinese(),
                option.feature().english(),
                option.pricePerMonth().toString(),
                option.from(),
                option.until().orElse(null));
    }
}
