package org.hotline400.server.numbers.prices;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.jspecify.annotations.Nullable;

/// Reads the rows of a price list and gathers everything that is wrong with them.
final class PriceRowReader {
    private static final int MOST_ROWS = 500;

    private final Checks checks;
    /// By the path of the field: `prices[3]`.
    private final Map<String, PriceRow> rows = new LinkedHashMap<>();

    private PriceRowReader(Checks checks) {
        this.checks = checks;
    }

    static List<PriceRow> read(@Nullable List<PriceListDocument.Row> written, Checks checks) {
        var given = checks.read("prices", "out-of-range", written, PriceRowReader::bounded);
        var reader = new PriceRowReader(checks);
        given.value().ifPresent(reader::readAll);
        return List.copyOf(reader.rows.values());
    }

    private static List<PriceListDocument.Row> bounded(List<PriceListDocument.Row> rows) {
        if (rows.size() > MOST_ROWS) {
            throw new IllegalArgumentException("has at most " + MOST_ROWS + " rows");
        }
        return rows;
    }

    private void readAll(List<PriceListDocument.Row> written) {
        for (int index = 0; index < written.size(); index++) {
            var path = "prices[" + index + "]";
            read(path, written.get(index)).ifPresent(row -> rows.put(path, row));
        }
        checkNames();
        Arrays.stream(NumberClass.values()).forEach(this::checkClass);
    }

    private Optional<PriceRow> read(String path, PriceListDocument.@Nullable Row written) {
        if (written == null) {
            checks.add(path, "missing", "is required");
            return Optional.empty();
        }
        var numberClass = checks.read(path + ".class", "numbers.class", written.numberClass(), NumberClass::of);
        var kind = checks.readIfPresent(path + ".pattern", "numbers.pattern", written.pattern(), PatternKind::of);
        var fee = checks.read(path + ".setUpFee", "malformed", written.setUpFee(), PriceRowReader::fee);
        var months =
                checks.read(path + ".minimumMonths", "out-of-range", written.minimumMonths(), PriceRowReader::term);
        if (numberClass.value().isEmpty()
                || fee.value().isEmpty()
                || months.value().isEmpty()
                || kind.isPresent() != (written.pattern() != null)) {
            return Optional.empty();
        }
        checkBand(path, numberClass.get(), fee.get());
        return Optional.of(new PriceRow(numberClass.get(), kind, new NumberPrice(fee.get(), months.get())));
    }

    private static Money fee(String text) {
        var fee = Money.parse(text);
        if (fee.microYuan() < 0) {
            throw new IllegalArgumentException("is 0 or more; was " + fee);
        }
        return fee;
    }

    private static int term(Integer months) {
        if (months < 1 || months > 120) {
            throw new IllegalArgumentException("is 1 to 120 months; was " + months);
        }
        return months;
    }

    private void checkBand(String path, NumberClass numberClass, Money fee) {
        if (!PriceRow.isInBand(numberClass, fee)) {
            checks.add(
                    path + ".setUpFee",
                    "numbers.fee-band",
                    "of the class " + numberClass.code() + " is " + PriceRow.band(numberClass) + "; was " + fee);
        }
    }

    private void checkNames() {
        var first = new LinkedHashMap<String, String>();
        rows.forEach((path, row) -> {
            var before = first.putIfAbsent(row.name(), path);
            if (before != null) {
                checks.add(path, "numbers.price-twice", "is " + row.name() + ", which " + before + " has already");
            }
        });
    }

    private void checkClass(NumberClass numberClass) {
        var whole = rows.values().stream()
                .filter(row -> row.numberClass() == numberClass && row.kind().isEmpty())
                .findFirst();
        if (whole.isEmpty()) {
            checks.add("prices", "missing", "has no row without pattern for the class " + numberClass.code());
        }
        whole.map(PriceRow::price).ifPresent(price -> checkThatPatternsCostMore(numberClass, price));
    }

    private void checkThatPatternsCostMore(NumberClass numberClass, NumberPrice whole) {
        rows.forEach((path, row) -> {
            if (row.numberClass() == numberClass
                    && row.kind().isPresent()
                    && PriceList.CHEAPEST_FIRST.compare(row.price(), whole) <= 0) {
                checks.add(
                        path,
                        "numbers.price-never",
                        "would never count: it is not above the price of the class, " + whole.setUpFee() + " yuan and "
                                + whole.minimumMonths() + " months, and the dearest that fits counts");
            }
        });
    }
}
