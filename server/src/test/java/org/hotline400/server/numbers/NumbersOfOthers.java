package org.hotline400.server.numbers;

import java.time.Clock;
import java.util.Map;
import org.hotline400.server.numbers.internal.NumberRegister;
import org.hotline400.server.numbers.internal.NumberRows;
import org.hotline400.server.testing.TestDatabase;

/// The numbers on a database of its own, for tests of other modules. Nobody hears of what happens to them.
public final class NumbersOfOthers {
    private NumbersOfOthers() {}

    public static HotlineNumbers in(TestDatabase database, Clock clock) {
        var settings = NumberOffice.settings(Map.of());
        var rows = new NumberRows(database.jdbc());
        var register = new NumberRegister(rows, _ -> {}, settings, clock);
        return new HotlineNumbers(database.transactions(), rows, register, NumberOffice.onSale(), settings, clock);
    }
}
