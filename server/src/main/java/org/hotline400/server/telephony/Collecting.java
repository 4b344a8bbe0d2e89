package org.hotline400.server.telephony;

import java.util.Optional;
import org.hotline400.server.calls.CollectTerms;
import org.hotline400.server.calls.Collected;
import org.hotline400.server.calls.Collected.EndedBy;

/// Collects the keys of one number, those pressed ahead first.
final class Collecting {
    private final Attention attention;
    private final CollectTerms terms;
    private final StringBuilder keys = new StringBuilder();

    Collecting(Attention attention, CollectTerms terms) {
        this.attention = attention;
        this.terms = terms;
    }

    /// From the announcement's end, or the first key, on.
    Collected collect() {
        attention.awaitKey(Deadline.in(terms.patience()));
        if (!attention.hasKey()) {
            return new Collected.Nothing();
        }
        while (true) {
            var key = attention.nextKey();
            var by = key.isEmpty() ? Optional.of(EndedBy.PAUSE) : take(key.get());
            if (by.isPresent()) {
                return Collected.of(keys.toString(), by.get(), terms);
            }
            attention.awaitKey(Deadline.in(terms.between()));
        }
    }

    private Optional<EndedBy> take(char key) {
        if (terms.terminator().filter(end -> end == key).isPresent()) {
            return Optional.of(EndedBy.TERMINATOR);
        }
        keys.append(key);
        return keys.length() == terms.most() ? Optional.of(EndedBy.MOST) : Optional.empty();
    }
}
