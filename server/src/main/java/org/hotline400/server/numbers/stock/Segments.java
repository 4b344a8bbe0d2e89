package org.hotline400.server.numbers.stock;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.server.database.Transactions;
import org.springframework.stereotype.Service;

/// The carriers' segments: those of the box, and what the operator says instead.
@Service
public class Segments {
    private final Transactions transactions;
    private final SegmentRows rows;
    private final Stock stock;
    private final Clock clock;

    Segments(Transactions transactions, SegmentRows rows, Stock stock, Clock clock) {
        this.transactions = transactions;
        this.rows = rows;
        this.stock = stock;
        this.clock = clock;
    }

    /// In the order of their prefixes and days.
    public List<KnownSegment> all() {
        var changed = transactions.asOperator(rows::all);
        Set<String> prefixes =
                changed.stream().map(one -> one.segment().prefix()).collect(Collectors.toSet());
        var all = new ArrayList<>(changed);
        SegmentTable.inTheBox().segments().stream()
                .filter(one -> !prefixes.contains(one.prefix()))
                .map(one -> new KnownSegment(one, Optional.empty()))
                .forEach(all::add);
        all.sort(Comparator.comparing((KnownSegment one) -> one.segment().prefix())
                .thenComparing(one -> one.segment().from()));
        return all;
    }

    /// Says what holds of a prefix, instead of all that held; in force on this node when it returns.
    ///
    /// @param segments of this prefix, of which no two overlap
    public void put(String prefix, List<Segment> segments, String author) {
        var change = new KnownSegment.Change(author, clock.instant());
        transactions.asOperator(() -> {
            rows.lock(prefix);
            rows.replace(prefix, change.at());
            segments.forEach(segment -> rows.add(segment, change));
        });
        stock.refresh();
    }

    /// Forgets what the operator said of a prefix; the box's segment, if there is one, counts again.
    ///
    /// @return false when he said nothing
    public boolean forget(String prefix) {
        boolean forgotten = transactions.asOperator(() -> {
            rows.lock(prefix);
            return rows.replace(prefix, clock.instant()) > 0;
        });
        stock.refresh();
        return forgotten;
    }
}
