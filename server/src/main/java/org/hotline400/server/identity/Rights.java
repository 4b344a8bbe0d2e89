package org.hotline400.server.identity;

import java.util.HashSet;
import java.util.Set;

/// What a role opens: nouns of [Scope] that it may read, and among them those that it may change.
///
/// @param allRead whether it reads every noun but those of `reads`; otherwise it reads those of `reads` only
/// @param allWritten the same of `writes`
public record Rights(boolean allRead, Set<String> reads, boolean allWritten, Set<String> writes) {
    static final Rights NOTHING = new Rights(false, Set.of(), false, Set.of());
    static final Rights EVERYTHING = new Rights(true, Set.of(), true, Set.of());
    static final Rights LOOKS = new Rights(true, Set.of(), false, Set.of());

    public Rights {
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

    /// What one of both opens.
    Rights or(Rights other) {
        return new Rights(
                allRead || other.allRead,
                eitherOf(allRead, reads, other.allRead, other.reads),
                allWritten || other.allWritten,
                eitherOf(allWritten, writes, other.allWritten, other.writes));
    }

    private static Set<String> eitherOf(boolean allBut, Set<String> nouns, boolean otherAllBut, Set<String> others) {
        var named = new HashSet<>(allBut || !otherAllBut ? nouns : others);
        if (allBut && otherAllBut) {
            named.retainAll(others);
        } else if (allBut || otherAllBut) {
            named.removeAll(allBut ? others : nouns);
        } else {
            named.addAll(others);
        }
        return named;
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
