package org.hotline400.server.numbers.web;

import java.util.List;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.meaning.Fragment;

/// A search that was understood.
///
/// @param fragments what the meaning asked for can be said with, best first; empty when none was asked for, or
///     when no digits say it
/// @param asksMeaning whether a meaning was asked for
/// @param fingerprint tells it from other searches, for its cursor
record Search(NumberQuery query, List<Fragment> fragments, boolean asksMeaning, long fingerprint) {
    Search {
        fragments = List.copyOf(fragments);
    }

    /// Whether nothing can be found, because no digits say what was asked for.
    boolean isUnsayable() {
        return asksMeaning && fragments.isEmpty();
    }
}
