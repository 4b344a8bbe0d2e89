package org.hotline400.server.holidays;

import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.holidays.internal.HolidayRows;
import org.hotline400.server.holidays.internal.HolidaySurvey;
import org.hotline400.server.holidays.internal.HolidaysInMemory;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.web.CsvFile;
import org.springframework.stereotype.Service;

/// The years that are known, and how another one gets in.
@Service
public class HolidayYears {
    /// The State Council announces the next year in November.
    private static final int ANNOUNCED_IN = 11;

    private final Transactions transactions;
    private final HolidayRows rows;
    private final HolidaysInMemory memory;
    private final Clock clock;

    public HolidayYears(Transactions transactions, HolidayRows rows, HolidaysInMemory memory, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.memory = memory;
        this.clock = clock;
    }

    /// In their order.
    public List<HolidayYear> all() {
        return memory.years();
    }

    public Optional<HolidayYear> find(int year) {
        return all().stream().filter(one -> one.year() == year).findFirst();
    }

    /// The years that ought to be known today and are not: this one; from November on, the next.
    public List<Integer> missing() {
        return missing(
                LocalDate.now(clock.withZone(BusinessTime.ZONE)),
                memory.calendar().years());
    }

    static List<Integer> missing(LocalDate today, Set<Integer> known) {
        int last = today.getYear() + (today.getMonthValue() >= ANNOUNCED_IN ? 1 : 0);
        return IntStream.rangeClosed(today.getYear(), last)
                .filter(year -> !known.contains(year))
                .boxed()
                .toList();
    }

    /// Reads a file of one year. Nothing is stored yet.
    ///
    /// @param author who is told to have brought it
    /// @throws org.hotline400.server.kernel.InvalidInputException naming the lines at fault
    public HolidayYear read(int year, CsvFile file, String author) throws IOException {
        var survey = new HolidaySurvey(year);
        file.forEachLine(survey);
        return new HolidayYear(year, survey.days(), Optional.of(new HolidayYear.Imported(author, clock.instant())));
    }

    /// Takes a year in, instead of what is known of it; live on this node when it returns.
    public void store(HolidayYear year) {
        transactions.asOperator(() -> rows.put(year));
        memory.refresh();
    }

    /// Forgets an imported year; the box's, if there is one, counts again.
    ///
    /// @return false when it was not imported
    public boolean forget(int year) {
        boolean forgotten = transactions.asOperator(() -> rows.delete(year));
        memory.refresh();
        return forgotten;
    }
}
