package org.hotline400.server.billing.month;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.hotline400.server.billing.Bill;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// Which rate of value-added tax is contained in what, and since when: data (`billing/tax.json`), because the law
/// changes and a tax adviser decides.
public final class VatRates {
    private static final int PERCENT = 100;

    private final List<Rate> rates;

    private VatRates(List<Rate> rates) {
        this.rates = List.copyOf(rates);
    }

    /// @param from the first day on which it holds, until a later one of the same charge type does
    private record Rate(Set<ChargeKind> kinds, LocalDate from, int percent) {}

    /// As it is written.
    private record Document(@Nullable String note, @Nullable List<Row> rates) {}

    private record Row(
            @Nullable List<String> kinds,
            @Nullable String from,
            @Nullable Integer percent) {
        Rate read() {
            int value = Objects.requireNonNullElse(percent, -1);
            if (kinds == null || from == null || value < 0 || value >= PERCENT) {
                throw new IllegalArgumentException(
                        "a rate has kinds, the day from which it holds, and 0 to 99 percent");
            }
            var read = EnumSet.noneOf(ChargeKind.class);
            kinds.forEach(code -> read.add(ChargeKind.of(code)));
            return new Rate(read, LocalDate.parse(from), value);
        }
    }

    /// Those in the box.
    public static VatRates own() {
        try (var file = Objects.requireNonNull(VatRates.class.getResourceAsStream("/billing/tax.json"))) {
            return read(file);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the tax rates in the box", e);
        }
    }

    /// The operator's.
    public static VatRates of(Path path) {
        try (var file = Files.newInputStream(path)) {
            return read(file);
        } catch (IOException | JacksonException e) {
            throw new IllegalStateException("cannot read the tax rates in " + path + ": " + e.getMessage(), e);
        }
    }

    /// @throws org.hotline400.server.kernel.InvalidInputException naming all that is wrong
    static VatRates read(InputStream file) {
        var rows = Objects.requireNonNullElse(
                JsonMapper.shared().readValue(file, Document.class).rates(), List.<Row>of());
        var checks = new Checks();
        var read = new java.util.ArrayList<Rate>();
        for (int i = 0; i < rows.size(); i++) {
            checks.read("rates[" + i + "]", "billing.tax-rate", rows.get(i), VatRates::parse)
                    .value()
                    .ifPresent(read::add);
        }
        var missing = EnumSet.allOf(ChargeKind.class);
        read.forEach(rate -> missing.removeAll(rate.kinds()));
        if (!missing.isEmpty()) {
            checks.add("rates", "billing.tax-rate-missing", "say no rate for " + missing);
        }
        checks.done();
        return new VatRates(read);
    }

    private static Rate parse(Row row) {
        try {
            return row.read();
        } catch (java.time.DateTimeException e) {
            throw new IllegalArgumentException("from is a date such as 2019-04-01; was \"" + row.from() + "\"", e);
        }
    }

    /// In percent.
    ///
    /// @throws IllegalArgumentException when none holds yet on that day
    public int percent(ChargeKind kind, LocalDate day) {
        return rates.stream()
                .filter(rate -> rate.kinds().contains(kind) && !rate.from().isAfter(day))
                .max(Comparator.comparing(Rate::from))
                .map(Rate::percent)
                .orElseThrow(() -> new IllegalArgumentException("no tax rate of " + kind.code() + " on " + day));
    }

    /// Groups lines by their rate, and computes the tax once for each group. A group that comes to nothing is left out.
    public static List<Bill.TaxGroup> groups(List<Bill.Line> lines) {
        var gross = new TreeMap<Integer, Money>();
        lines.forEach(line -> gross.merge(line.taxPercent(), line.amount(), Money::plus));
        return gross.entrySet().stream().flatMap(VatRates::group).toList();
    }

    /// The tax contained in an amount: gross × p / (100 + p), half up to the fen.
    public static Money contained(Money gross, int percent) {
        return Fen.share(gross, percent, PERCENT + percent);
    }

    private static java.util.stream.Stream<Bill.TaxGroup> group(Map.Entry<Integer, Money> entry) {
        int percent = entry.getKey();
        return Optional.of(entry.getValue())
                .filter(gross -> !gross.equals(Money.ZERO))
                .map(gross -> new Bill.TaxGroup(percent, gross, contained(gross, percent)))
                .stream();
    }
}
