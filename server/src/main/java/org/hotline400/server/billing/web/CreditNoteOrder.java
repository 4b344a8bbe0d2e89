package org.hotline400.server.billing.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.billing.BillId;
import org.hotline400.server.billing.CreditOrder;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;

/// What a bill is to be credited.
///
/// @param lines 1 to 100, each line of the bill at most once
/// @param reason as it is printed, 1 to 200 characters
record CreditNoteOrder(
        @Nullable List<@Nullable LineOrder> lines, @Nullable String reason) {
    private static final long FEN = 10_000;
    private static final int MOST_LINES = 100;
    private static final int LONGEST_REASON = 200;
    private static final int LONGEST_KEY = 100;

    /// @param line counts the bill's lines from 1
    /// @param amount in yuan, such as `12.50`; whole fen
    record LineOrder(@Nullable Integer line, @Nullable String amount) {}

    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    CreditOrder read(UUID bill, Optional<String> key, UUID by) {
        var checks = new Checks();
        var parts = parts(checks);
        var why = checks.read("reason", "bills.reason", reason, CreditNoteOrder::reason);
        if (key.filter(text -> text.isBlank() || text.length() > LONGEST_KEY).isPresent()) {
            checks.add(
                    "Idempotency-Key",
                    "malformed",
                    "has 1 to " + LONGEST_KEY + " characters",
                    "长度为 1 到 " + LONGEST_KEY + " 个字符。");
        }
        checks.done();
        return new CreditOrder(new BillId(bill), parts, why.get(), key, by);
    }

    private List<CreditOrder.Part> parts(Checks checks) {
        var parts = new ArrayList<CreditOrder.Part>();
        var seen = new HashSet<Integer>();
        var rows = lines == null ? List.<@Nullable LineOrder>of() : lines;
        if (rows.isEmpty() || rows.size() > MOST_LINES) {
            checks.add("lines", "out-of-range", "are 1 to " + MOST_LINES, "应为 1 到 " + MOST_LINES + " 行。");
        }
        for (int i = 0; i < Math.min(rows.size(), MOST_LINES); i++) {
            var path = "lines[" + i + "]";
            checks.read(path, "missing", rows.get(i), row -> row)
                    .value()
                    .flatMap(row -> part(checks, path, row, seen))
                    .ifPresent(parts::add);
        }
        return parts;
    }

    private static Optional<CreditOrder.Part> part(Checks checks, String path, LineOrder row, HashSet<Integer> seen) {
        var line = checks.read(path + ".line", "bills.line", row.line(), number -> once(number, seen));
        var amount = checks.read(path + ".amount", "bills.amount", row.amount(), CreditNoteOrder::amount);
        return line.value().flatMap(number -> amount.value().map(money -> new CreditOrder.Part(number, money)));
    }

    private static Integer once(Integer line, HashSet<Integer> seen) {
        if (line < 1 || !seen.add(line)) {
            throw new MistakeException(
                    "counts the bill's lines from 1, each once; was " + line, "账单行号从 1 开始，每行一次，收到的是 " + line + "。");
        }
        return line;
    }

    private static Money amount(String text) {
        var mistake = new MistakeException(
                "is more than 0 yuan, in whole fen; was \"" + text + "\"", "应大于 0，精确到分，收到的是“" + text + "”。");
        try {
            var money = Money.parse(text.strip());
            if (money.compareTo(Money.ZERO) > 0 && money.microYuan() % FEN == 0) {
                return money;
            }
        } catch (IllegalArgumentException e) {
            mistake.addSuppressed(e);
        }
        throw mistake;
    }

    private static String reason(String text) {
        var words = text.strip();
        if (words.isEmpty() || words.length() > LONGEST_REASON || words.indexOf('\0') >= 0) {
            throw new MistakeException(
                    "has 1 to " + LONGEST_REASON + " characters, none of them NUL",
                    "长度为 1 到 " + LONGEST_REASON + " 个字符，不含 NUL 字符。");
        }
        return words;
    }
}
