package org.hotline400.server.tariffs.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.CallCharges;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.Entitlements;
import org.hotline400.server.tariffs.Tariff;
import org.hotline400.server.tariffs.Tariff.Term;
import org.hotline400.server.tariffs.Tariff.Usage;
import org.hotline400.server.tariffs.Terms;
import org.hotline400.server.tariffs.rating.Price;
import org.hotline400.server.tariffs.rating.Rate;
import org.jspecify.annotations.Nullable;

/// The packages as they are written.
///
/// @param note what they are for
record PackagesDocument(@Nullable String note, @Nullable List<Row> packages) {
    private static final int SECONDS = 60;

    /// One edition of a package; money is decimal yuan, days are ISO dates in Asia/Shanghai.
    record Row(
            @Nullable String code,
            @Nullable Integer version,
            @Nullable String from,
            @Nullable String chinese,
            @Nullable String english,
            @Nullable UsageRow usage,
            @Nullable String rentPerMonth,
            @Nullable Integer minutes,
            @Nullable String perMinute,
            @Nullable List<Term> terms) {

        Tariff tariff() {
            return new Tariff(
                    there("code", code),
                    there("version", version),
                    day(there("from", from)),
                    there("chinese", chinese),
                    there("english", english),
                    usage == null ? Usage.ANY : usage.read(),
                    Money.parse(there("rentPerMonth", rentPerMonth)),
                    there("minutes", minutes),
                    Money.parse(there("perMinute", perMinute)),
                    there("terms", terms),
                    calls(Money.parse(there("perMinute", perMinute))),
                    Terms.USUAL,
                    Entitlements.ALL);
        }

        /// Forwarded by the begun minute, to fixed lines and mobiles alike; the bundle pays for both.
        private static CallCharges calls(Money perMinute) {
            var price = Price.always(new Rate(perMinute, SECONDS), SECONDS);
            return new CallCharges(
                    Map.of(Component.FORWARD_FIXED, price, Component.FORWARD_MOBILE, price),
                    Set.of(Component.FORWARD_FIXED, Component.FORWARD_MOBILE));
        }

        private static <T> T there(String field, @Nullable T value) {
            if (value == null) {
                throw new IllegalArgumentException(field + " is required");
            }
            return value;
        }

        private static LocalDate day(String text) {
            try {
                return LocalDate.parse(text);
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("from is a date such as 2027-01-01; was \"" + text + "\"", e);
            }
        }
    }

    /// @param before missing for no end
    record UsageRow(int from, @Nullable Integer before) {
        Usage read() {
            return new Usage(from, Optional.ofNullable(before));
        }
    }

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    List<Tariff> read() {
        var checks = new Checks();
        var read = new ArrayList<Optional<Tariff>>();
        var editions = new HashSet<String>();
        var rows = Objects.requireNonNullElse(packages, List.<Row>of());
        for (int i = 0; i < rows.size(); i++) {
            var path = "packages[" + i + "]";
            var tariff = checks.read(path, "tariffs.package", rows.get(i), Row::tariff)
                    .value();
            tariff.filter(one -> !editions.add(one.code() + " " + one.version()))
                    .ifPresent(one -> checks.add(path, "tariffs.twice", "this edition stands there twice"));
            read.add(tariff);
        }
        if (rows.isEmpty()) {
            checks.add("packages", "missing", "is required");
        }
        checks.done();
        return read.stream().flatMap(Optional::stream).toList();
    }
}
