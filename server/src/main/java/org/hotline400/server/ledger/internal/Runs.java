package org.hotline400.server.ledger.internal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.function.Function;

/// Cuts a batch where a key comes again, because one statement knows each key once; and where it grows too long.
final class Runs {
    static final int MOST = 500;

    private Runs() {}

    static <T> List<List<T>> of(List<T> batch, Function<T, ? extends Collection<?>> keys) {
        var runs = new ArrayList<List<T>>();
        var seen = new HashSet<Object>();
        int start = 0;
        for (int i = 0; i < batch.size(); i++) {
            var own = keys.apply(batch.get(i));
            if (i - start == MOST || own.stream().anyMatch(seen::contains)) {
                runs.add(batch.subList(start, i));
                seen.clear();
                start = i;
            }
            seen.addAll(own);
        }
        if (start < batch.size()) {
            runs.add(batch.subList(start, batch.size()));
        }
        return runs;
    }
}
