package org.hotline400.server.numbers.prices;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.numbers.grading.PatternKind;
import org.jspecify.annotations.Nullable;

/// A price list as it is written: in the box, over REST and in the database.
///
/// @param from the first day, in Asia/Shanghai: `2027-01-01`; today when it is missing
/// @param note what it is for
public record PriceListDocument(
        @Nullable String from,
        @Nullable String note,
        @Nullable List<Row> prices) {

    /// @param numberClass `ordinary`, `special`, `premium`
    /// @param pattern such as `aabbcc`; missing for every number of the class
    /// @param setUpFee decimal yuan, once
    public record Row(
            @JsonProperty("class") @Nullable String numberClass,
            @Nullable String pattern,
            @Nullable String setUpFee,
            @Nullable Integer minimumMonths) {

        static Row of(PriceRow row) {
            return new Row(
                    row.numberClass().code(),
                    row.kind().map(PatternKind::code).orElse(null),
                    row.price().setUpFee().toString(),
                    row.price().minimumMonths());
        }
    }

    /// The rows of a list.
    public static List<Row> rows(PriceList list) {
        return list.rows().stream().map(Row::of).toList();
    }

    /// Takes it for good: what was published once, or is in the box.
    ///
    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    PriceList list(int number, LocalDate starts) {
        var checks = new Checks();
        var rows = PriceRowReader.read(prices, checks);
        checks.done();
        return new PriceList(number, starts, rows);
    }
}
