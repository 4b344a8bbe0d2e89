package org.hotline400.server.identity;

import java.util.HashSet;
import java.util.Set;

/// What a role opens: nouns of [Scope] that it may read, and among them those that it may change.
///
/// @param allRead whether it reads every noun but those of `reads`; otherwise it reads those of `reads` only
/// @param allWritten the same of `writes`
record Rights(boolean allRead, Set<String> reads, boolean allWritten, Set<String> writes) {
    static final Rights EVERYTHING = new Rights(true, Set.of(), true, Set.of());
    static final Rights LOOKS = new Rights(true, Set.of(), false, Set.of());

    Rights {
        reads = Set.copyOf(reads);
        writes = Set.copyOf(writes);
    }

    /// Reads and changes these, nothing else.
    static Rights changes(String... nouns) {
        return new Rights(false, Set.of(nouns), false, Set.of(nouns));
    }

    /// Reads these too.
    Rights and(String... nouns) {
        return new Rights(allRead, allRead ? minus(reads, nouns) : plus(reads, nouns), allWritten, writes);
    }

    /// Changes these too.
    Rights andChanges(String... nouns) {
        var more = and(nouns);
        return new Rights(
                more.allRead, more.reads, allWritten, allWritten ? minus(writes, nouns) : plus(writes, nouns));
    }

    /// Neither reads nor changes these.
    Rights without(String... nouns) {
        return new Rights(
                allRead,
                allRead ? plus(reads, nouns) : minus(reads, nouns),
                allWritten,
                allWritten ? plus(writes, nouns) : minus(writes, nouns));
    }

    boolean open(Scope asked) {
        return asked.writes() ? allWritten != writes.contains(asked.noun()) : allRead != reads.contains(asked.noun());
    }

    private static Set<String> plus(Set<String> nouns, String... more) {
        var all = new HashSet<>(nouns);
        all.addAll(Set.of(more));
        return all;
    }

    private static Set<String> minus(Set<String> nouns, String... fewer) {
        var all = new HashSet<>(nouns);
        all.removeAll(Set.of(fewer));
        return all;
    }
}
