package org.hotline400.server.numbers.prices;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.IsoText;
import org.springframework.stereotype.Service;

/// The price lists, and which one is in force: of those that have begun the one that began last, of several
/// with the same first day the one published last, and as long as there is none the one in the box.
@Service
public class PriceLists {
    private static final int LONGEST_NOTE = 500;
    private static final Comparator<PublishedPrices> LATER_FIRST = Comparator.comparing(
                    (PublishedPrices one) -> one.list().starts())
            .thenComparingInt(one -> one.list().number())
            .reversed();

    private final Transactions transactions;
    private final PriceListRows rows;
    private final Clock clock;
    private volatile List<PublishedPrices> published = List.of();

    PriceLists(Transactions transactions, PriceListRows rows, Clock clock, ConfigurationChanges changes) {
        this.transactions = transactions;
        this.rows = rows;
        this.clock = clock;
        changes.subscribe("number-prices", this::refresh);
    }

    private synchronized void refresh() {
        published =
                transactions.asOperator(rows::all).stream().sorted(LATER_FIRST).toList();
    }

    /// The list in force at this moment, from memory.
    public PriceList now() {
        var today = today();
        return published.stream()
                .map(PublishedPrices::list)
                .filter(list -> !list.starts().isAfter(today))
                .findFirst()
                .orElseGet(PriceList::own);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// Those that were published, from memory: the one that begins last comes first.
    public List<PublishedPrices> published() {
        return published;
    }

    public Optional<PublishedPrices> find(int number) {
        return published.stream().filter(one -> one.list().number() == number).findFirst();
    }

    /// Publishes a list; in force from its first day on, on this node when it returns, on others within a
    /// second.
    ///
    /// @throws org.hotline400.server.kernel.InvalidInputException naming every field at fault
    public PublishedPrices publish(PriceListDocument document, String author) {
        var checks = new Checks();
        var today = today();
        var starts = checks.readIfPresent("from", "malformed", document.from(), text -> notBefore(today, text));
        var note = checks.readIfPresent("note", "too-long", document.note(), PriceLists::note);
        var prices = PriceRowReader.read(document.prices(), checks);
        checks.done();
        var stored = transactions.asOperator(() -> rows.add(number -> new PublishedPrices(
                new PriceList(number, starts.orElse(today), prices), note.orElse(""), author, clock.instant())));
        refresh();
        return stored;
    }

    private static LocalDate notBefore(LocalDate today, String text) {
        var day = day(text);
        if (day.isBefore(today)) {
            throw new IllegalArgumentException(
                    "is before today, " + today + " in Asia/Shanghai: what was in force is never changed");
        }
        return day;
    }

    private static LocalDate day(String text) {
        try {
            return IsoText.day(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("is a day such as 2027-01-01; was \"" + text + "\"", e);
        }
    }

    private static String note(String text) {
        if (text.length() > LONGEST_NOTE) {
            throw new IllegalArgumentException("has at most " + LONGEST_NOTE + " characters");
        }
        return text.strip();
    }
}
