package org.hotline400.server.lists.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.lists.EntryOrder;
import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.lists.PinOrder;

/// Which column of a file says what, by its first line; and how a row is read.
///
/// @param line the number of that first line
/// @param places of the columns that there are
record EntryColumns(int line, Map<Column, Integer> places) {
    /// Stands for the PIN that an entry has.
    static final String KEEP = "keep";

    private static final int DATE_LENGTH = 10;
    private static final Map<String, PatternKind> CHINESE_KINDS = Map.of(
            "号码", PatternKind.NUMBER, "前缀", PatternKind.PREFIX, "区号", PatternKind.AREA_CODE, "地区", PatternKind.REGION);

    /// What a column says.
    enum Column {
        KIND("kind", "类型"),
        PATTERN("pattern", "号码"),
        NOTE("note", "备注"),
        EXPIRES("expires", "有效期"),
        PIN("pin", "密码");

        private final String english;
        private final String chinese;

        Column(String english, String chinese) {
            this.english = english;
            this.chinese = chinese;
        }

        String code() {
            return english;
        }

        static Column of(String title) {
            for (var column : values()) {
                if (column.english.equalsIgnoreCase(title) || column.chinese.equals(title)) {
                    return column;
                }
            }
            throw new IllegalArgumentException(
                    "the first line names the columns: pattern (号码) and, where wanted, kind (类型), note (备注), expires"
                            + " (有效期), pin (密码)");
        }
    }

    /// What is wrong in one column of a row.
    static final class WrongCellException extends IllegalArgumentException {
        private final Column column;

        WrongCellException(Column column, IllegalArgumentException cause) {
            super(cause.getMessage(), cause);
            this.column = column;
        }

        Column column() {
            return column;
        }
    }

    /// Reads the first line.
    ///
    /// @throws IllegalArgumentException naming the fix
    static EntryColumns of(int line, List<String> titles) {
        var places = new HashMap<Column, Integer>();
        for (int i = 0; i < titles.size(); i++) {
            if (places.put(Column.of(titles.get(i).strip()), i) != null) {
                throw new IllegalArgumentException("the column " + titles.get(i) + " is there twice");
            }
        }
        if (!places.containsKey(Column.PATTERN)) {
            throw new IllegalArgumentException("there is no column pattern (号码)");
        }
        return new EntryColumns(line, Map.copyOf(places));
    }

    /// Reads a row.
    ///
    /// @throws WrongCellException for the first cell that is wrong
    EntryOrder entry(List<String> cells) {
        if (cells.size() > places.size()) {
            throw new IllegalArgumentException("has " + cells.size() + " fields for " + places.size() + " columns");
        }
        var kind = read(cells, Column.KIND, EntryColumns::kind);
        return new EntryOrder(
                read(cells, Column.PATTERN, text -> EntryPattern.parse(kind, text)),
                read(cells, Column.NOTE, EntryOrder::note),
                read(cells, Column.EXPIRES, EntryColumns::expiry),
                read(cells, Column.PIN, this::pin));
    }

    private interface CellReader<T> {
        T read(String text);
    }

    private <T> T read(List<String> cells, Column column, CellReader<T> reader) {
        int place = places.getOrDefault(column, cells.size());
        try {
            return reader.read(place < cells.size() ? cells.get(place).strip() : "");
        } catch (IllegalArgumentException e) {
            throw new WrongCellException(column, e);
        }
    }

    private static PatternKind kind(String text) {
        if (text.isEmpty()) {
            return PatternKind.NUMBER;
        }
        var chinese = CHINESE_KINDS.get(text);
        return chinese == null ? PatternKind.of(text) : chinese;
    }

    /// A day counts to its end.
    private static Optional<Instant> expiry(String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    text.length() == DATE_LENGTH
                            ? LocalDate.parse(text)
                                    .plusDays(1)
                                    .atStartOfDay(BusinessTime.ZONE)
                                    .toInstant()
                            : Expiry.checked(Instant.parse(text)));
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "is a day such as 2030-12-31 or an instant such as 2030-12-31T16:00:00Z", e);
        }
    }

    private PinOrder pin(String text) {
        return !places.containsKey(Column.PIN) || text.equalsIgnoreCase(KEEP) ? new PinOrder.Keep() : PinOrder.of(text);
    }
}
