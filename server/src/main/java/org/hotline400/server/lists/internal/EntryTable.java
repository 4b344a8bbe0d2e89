package org.hotline400.server.lists.internal;

import org.hotline400.server.lists.EntryPattern;
import org.hotline400.server.lists.PatternKind;
import org.hotline400.server.lists.PinHash;
import org.jspecify.annotations.Nullable;

/// The entries of one list. Whole numbers, which are many, stand apart from the rest, which then stays in the
/// processor's cache; and of the rest it is known which kinds and lengths there are, so that most look-ups need
/// not be made at all.
///
/// Not safe for writers at once; any number of readers may share one that nobody changes.
public final class EntryTable {
    private final LongTable numbers;
    private final LongTable others;
    private final EntryDetails details;
    /// The bits of [#bit]. Removals leave them: then a look-up is made in vain.
    private int lengths;

    private EntryTable(LongTable numbers, LongTable others, EntryDetails details, int lengths) {
        this.numbers = numbers;
        this.others = others;
        this.details = details;
        this.lengths = lengths;
    }

    public static EntryTable empty() {
        return new EntryTable(LongTable.of(0), LongTable.of(0), EntryDetails.none(), 0);
    }

    public EntryTable copy() {
        return new EntryTable(numbers.copy(), others.copy(), details.copy(), lengths);
    }

    public int size() {
        return numbers.size() + others.size();
    }

    /// Puts or replaces.
    ///
    /// @param expiry milliseconds since 1970, or [EntryDetails#NEVER]
    public void put(EntryPattern pattern, long expiry, @Nullable PinHash pin) {
        remove(pattern);
        long key = PatternKeys.of(pattern);
        table(pattern.kind()).put(key, details.add(expiry, pin));
        lengths |= bit(pattern.kind(), PatternKeys.length(key));
    }

    public void remove(EntryPattern pattern) {
        details.remove(table(pattern.kind()).remove(PatternKeys.of(pattern)));
    }

    private LongTable table(PatternKind kind) {
        return kind == PatternKind.NUMBER ? numbers : others;
    }

    /// Whether there may be an entry of this kind with so many digits that count.
    public boolean mayHave(PatternKind kind, int digits) {
        return (lengths & bit(kind, digits)) != 0;
    }

    /// Prefixes have 1 to 18 digits, area codes 3 or 4, regions 2, 4 or 6; whole numbers are always looked up.
    private static int bit(PatternKind kind, int digits) {
        return switch (kind) {
            case NUMBER -> 1;
            case PREFIX -> 1 << digits;
            case AREA_CODE -> 1 << (20 + digits);
            case REGION -> 1 << (24 + digits);
        };
    }

    /// The key when it is there and has not expired, else 0.
    public long valid(PatternKind kind, long key, long now) {
        int place = table(kind).get(key);
        return place != LongTable.ABSENT && details.expiry(place) > now ? key : 0;
    }

    /// @param key that is there
    public long expiry(PatternKind kind, long key) {
        return details.expiry(table(kind).get(key));
    }

    /// @param key that is there
    public @Nullable PinHash pin(PatternKind kind, long key) {
        return details.pin(table(kind).get(key));
    }
}
