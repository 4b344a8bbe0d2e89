package org.hotline400.server.tariffs.web;

import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariffs;
import org.jspecify.annotations.Nullable;

/// A package on the wire; amounts are decimal yuan.
///
/// @param from the first day of this edition
/// @param usageFrom minutes a month that it fits from, inclusive
/// @param usageBefore and up to, exclusive; absent for no end
/// @param perMinute of a minute beyond the bundled ones
record TariffBody(
        String code,
        int version,
        LocalDate from,
        String chinese,
        String english,
        int usageFrom,
        @Nullable Integer usageBefore,
        String rentPerMonth,
        int minutes,
        String perMinute,
        List<TermBody> terms) {

    /// @param rentPerMonth after the discount
    record TermBody(int months, int percentOff, String rentPerMonth) {}

    static TariffBody of(Tariff tariff, Tariffs tariffs) {
        return new TariffBody(
                tariff.code(),
                tariff.version(),
                tariff.starts(),
                tariff.chinese(),
                tariff.english(),
                tariff.usage().from(),
                tariff.usage().before().orElse(null),
                tariff.rentPerMonth().toString(),
                tariff.minutes(),
                tariff.perMinute().toString(),
                tariff.terms().stream()
                        .map(term -> new TermBody(
                                term.months(),
                                term.percentOff(),
                                tariffs.rent(tariff, term.months()).toString()))
                        .toList());
    }
}
