package org.hotline400.server.numbers.stock;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hotline400.server.database.ConfigurationChanges;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.BusinessTime;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.numbers.OnSale;
import org.roaringbitmap.RoaringBitmap;
import org.springframework.stereotype.Service;

/// What the operator may sell today, in Shanghai: from memory, at most a second behind the database and there
/// while it is away. The sets are shared: whoever wants others copies them.
///
/// Whoever keeps something made of these sets makes it anew on the topic `number-stock`: after each change, and
/// at midnight.
@Service
public class Stock implements OnSale {
    /// The topic of [ConfigurationChanges] that tells of another stock.
    public static final String TOPIC = "number-stock";

    private final Transactions transactions;
    private final SegmentRows segments;
    private final StockRows imports;
    private final Clock clock;
    private volatile View view;

    Stock(
            Transactions transactions,
            SegmentRows segments,
            StockRows imports,
            ConfigurationChanges changes,
            Clock clock) {
        this.transactions = transactions;
        this.segments = segments;
        this.imports = imports;
        this.clock = clock;
        var box = StockTable.of(SegmentTable.inTheBox());
        this.view = new View(box, 0, box.on(day()));
        changes.subscribe(TOPIC, this::refresh);
    }

    /// @param imports the number of the last import in the table
    private record View(StockTable table, int imports, StockDay today) {}

    private LocalDate day() {
        return LocalDate.ofInstant(clock.instant(), BusinessTime.ZONE);
    }

    /// All that is known of today.
    public StockDay today() {
        var today = view.today();
        return today.day().equals(day()) ? today : turned();
    }

    private synchronized StockDay turned() {
        var now = view;
        view = new View(now.table(), now.imports(), now.table().on(day()));
        return view.today();
    }

    /// The numbers that are on sale today, whoever has them.
    public RoaringBitmap onSale() {
        return today().onSale();
    }

    /// Whose numbers they are today; what nobody knows is in none.
    public Map<NumberCarrier, RoaringBitmap> carriers() {
        return today().carriers();
    }

    /// Empty when nobody knows.
    public Optional<NumberCarrier> carrier(HotlineNumber number) {
        return today().carrier(number.suffix());
    }

    @Override
    public boolean isOnSale(HotlineNumber number) {
        return onSale().contains(number.suffix());
    }

    /// Segments and imports, of whatever day.
    StockTable table() {
        return view.table();
    }

    /// Reads what has changed anywhere: imports that are known already are not read again.
    synchronized void refresh() {
        var known = view;
        var read = transactions.asOperator(() -> read(known));
        view = new View(read.table(), read.imports(), read.table().on(day()));
    }

    private record Reading(StockTable table, int imports) {}

    private Reading read(View known) {
        var changed = segments.all().stream().map(KnownSegment::segment).toList();
        var table = known.table().with(SegmentTable.inTheBox().with(changed));
        int last = known.imports();
        List<Integer> unknown = imports.numbersAfter(last);
        for (int number : unknown) {
            table = table.after(imports.numbers(number));
            last = number;
        }
        return new Reading(table, last);
    }
}
