package org.hotline400.server.holidays.internal;

import java.util.List;
import java.util.TreeMap;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.holidays.HolidayYear;
import org.hotline400.server.holidays.Holidays;
import org.hotline400.server.kernel.HolidayCalendar;
import org.springframework.stereotype.Component;

/// The years of the box and the imported ones, replaced as a whole after each change.
@Component
public final class HolidaysInMemory implements Holidays {
    private final Transactions transactions;
    private final HolidayRows rows;
    private final List<HolidayYear> boxed = BoxedYears.read();
    private volatile View view = new View(List.of(), HolidayCalendar.EMPTY);

    public HolidaysInMemory(Transactions transactions, HolidayRows rows, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.rows = rows;
        changes.subscribe("holidays", this::refresh);
    }

    private record View(List<HolidayYear> years, HolidayCalendar calendar) {}

    @Override
    public HolidayCalendar calendar() {
        return view.calendar();
    }

    /// In their order.
    public List<HolidayYear> years() {
        return view.years();
    }

    /// Reads what has changed anywhere.
    public synchronized void refresh() {
        var years = new TreeMap<Integer, HolidayYear>();
        boxed.forEach(year -> years.put(year.year(), year));
        transactions.asOperator(rows::all).forEach(year -> years.put(year.year(), year));
        view = new View(List.copyOf(years.values()), BoxedYears.calendar(years.values()));
    }
}
