package org.hotline400.server.numbers.stock;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.hotline400.server.kernel.HotlineNumber;

/// One line of a file of numbers: `first,last,state,note` or `number,state,note`. Only the first column must be
/// there; a line without a state has the one that is usual in the file.
record StockLine(NumberRange numbers, boolean onSale) {
    private static final List<List<String>> HEADINGS = List.of(
            List.of("first", "last", "state", "note"),
            List.of("number", "state", "note"),
            List.of("起始号码", "结束号码", "状态", "备注"),
            List.of("号码", "状态", "备注"));
    private static final Map<String, Boolean> STATES =
            Map.of("on-sale", true, "off-sale", false, "在售", true, "停售", false);
    private static final int LONGEST_NOTE = 200;
    private static final int DIGITS = 10;
    private static final String BEGIN = "400";

    /// A cell that cannot be read.
    static final class FaultyCellException extends IllegalArgumentException {
        private final String column;

        FaultyCellException(String column, String message) {
            super(message);
            this.column = column;
        }

        /// `first`, `last`, `state` or `note`.
        String column() {
            return column;
        }
    }

    /// Whether the first line of a file names its columns.
    static boolean isHeading(List<String> cells) {
        var titles = cells.stream()
                .map(cell -> cell.strip().toLowerCase(Locale.ROOT))
                .toList();
        return HEADINGS.stream()
                .anyMatch(heading -> titles.size() <= heading.size()
                        && heading.subList(0, titles.size()).equals(titles));
    }

    /// @param usual whether numbers without a state are on sale
    /// @throws FaultyCellException naming the column
    /// @throws IllegalArgumentException when there are too many columns
    static StockLine of(List<String> cells, boolean usual) {
        boolean single = cells.size() > 1 && STATES.containsKey(cells.get(1).strip());
        var columns = HEADINGS.get(single ? 1 : 0);
        if (cells.size() > columns.size()) {
            throw new IllegalArgumentException("has " + cells.size() + " columns: write " + String.join(",", columns));
        }
        int at = single ? 1 : 2;
        int first = suffix("first", cell(cells, 0));
        int last = single || cell(cells, 1).isEmpty() ? first : suffix("last", cell(cells, 1));
        if (last < first) {
            throw new FaultyCellException("last", "is before the first: write the smaller one first");
        }
        checkNote(cell(cells, at + 1));
        return new StockLine(new NumberRange(first, last), state(cell(cells, at), usual));
    }

    private static String cell(List<String> cells, int at) {
        return at < cells.size() ? cells.get(at).strip() : "";
    }

    /// Most numbers come as ten plain digits, in a million lines: those need no pattern.
    private static int suffix(String column, String text) {
        if (text.length() == DIGITS
                && text.startsWith(BEGIN)
                && text.chars().allMatch(one -> one >= '0' && one <= '9')) {
            return Integer.parseInt(text, BEGIN.length(), DIGITS, 10);
        }
        if (text.isEmpty()) {
            throw new FaultyCellException(column, "is missing: a 400 number of ten digits, such as 4008888888");
        }
        try {
            return HotlineNumber.parse(text).suffix();
        } catch (IllegalArgumentException e) {
            throw new FaultyCellException(column, String.valueOf(e.getMessage()));
        }
    }

    private static boolean state(String text, boolean usual) {
        var state = text.isEmpty() ? Boolean.valueOf(usual) : STATES.get(text);
        if (state == null) {
            throw new FaultyCellException("state", "is on-sale (在售) or off-sale (停售); was \"" + text + "\"");
        }
        return state;
    }

    private static void checkNote(String note) {
        if (note.length() > LONGEST_NOTE || note.chars().anyMatch(Character::isISOControl)) {
            throw new FaultyCellException("note", "has at most " + LONGEST_NOTE + " characters in one line");
        }
    }
}
