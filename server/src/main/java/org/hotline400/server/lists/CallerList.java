package org.hotline400.server.lists;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.lists.internal.EntryDetails;
import org.hotline400.server.lists.internal.EntryTable;
import org.hotline400.server.lists.internal.PatternKeys;
import org.hotline400.server.regions.Region;

/// A list of callers in memory, as calls ask it: immutable, some 16 bytes an entry, without I/O.
///
/// Made without Spring: `CallerList.builder(name, kind, pin).put(pattern, expiresAt, pin).build()`.
public final class CallerList {
    private final ListName name;
    private final ListKind kind;
    private final Optional<PinHash> pin;
    private final EntryTable entries;

    private CallerList(Builder builder) {
        this.name = builder.name;
        this.kind = builder.kind;
        this.pin = builder.pin;
        this.entries = builder.entries;
    }

    /// @param pin of a grey list
    public static Builder builder(ListName name, ListKind kind, Optional<PinHash> pin) {
        return new Builder(name, kind, pin, EntryTable.empty());
    }

    /// A new list with the entries of this one, to be changed further. This one stays as it is.
    public Builder changed(Optional<PinHash> newPin) {
        return new Builder(name, kind, newPin, entries.copy());
    }

    public ListName name() {
        return name;
    }

    public ListKind kind() {
        return kind;
    }

    /// How many entries it has, the expired ones too.
    public int size() {
        return entries.size();
    }

    /// The entry that covers a caller, the one that says most of them: the whole number, else the longest
    /// prefix, the area code, the city, the province. Empty when none does; a withheld number is covered by
    /// none.
    public Optional<ListEntry> covers(CallerNumber caller, Region region, Instant at) {
        long now = at.toEpochMilli();
        long key = byNumber(caller.normalised(), now);
        if (key == 0) {
            key = byAreaCode(caller, region, now);
        }
        if (key == 0) {
            key = byAdcode(region.adcode(), now);
        }
        return key == 0 ? Optional.empty() : Optional.of(entry(key));
    }

    /// Whether this is the PIN of the entry, or of the list where the entry has none. Takes as long when it is
    /// not.
    public boolean pinFits(ListEntry entry, String digits) {
        var wanted = entry.pin().or(() -> pin);
        return wanted.orElseGet(PinHash::nobodys).fits(digits) && wanted.isPresent();
    }

    private ListEntry entry(long key) {
        var sort = PatternKeys.kindOf(key);
        return new ListEntry(key, entries.expiry(sort, key), entries.pin(sort, key));
    }

    private long valid(PatternKind sort, boolean plus, long digits, long now) {
        return entries.valid(sort, PatternKeys.key(sort, plus, digits), now);
    }

    private long byNumber(String number, long now) {
        boolean plus = number.startsWith("+");
        int from = plus ? 1 : 0;
        int length = number.length() - from;
        int known = Math.min(length, PatternKeys.MOST_DIGITS);
        long digits = PatternKeys.digits(number, from, from + known);
        if (length == 0 || digits == PatternKeys.NO_DIGITS) {
            return 0;
        }
        long whole = length == known ? valid(PatternKind.NUMBER, plus, digits, now) : 0;
        return whole != 0 ? whole : byPrefix(plus, digits, known, now);
    }

    private long byPrefix(boolean plus, long number, int length, long now) {
        long digits = number;
        for (int n = length; n > 0; n--, digits /= 10) {
            long key = entries.mayHave(PatternKind.PREFIX, n) ? valid(PatternKind.PREFIX, plus, digits, now) : 0;
            if (key != 0) {
                return key;
            }
        }
        return 0;
    }

    private long byAreaCode(CallerNumber caller, Region region, long now) {
        var code = region.areaCode();
        if (!code.isEmpty()) {
            return byDigits(PatternKind.AREA_CODE, code, code.length(), now);
        }
        if (caller.kind() != CallerNumber.Kind.FIXED) {
            return 0;
        }
        // 010 and 02x have three digits, all others four.
        var number = caller.normalised();
        return byDigits(PatternKind.AREA_CODE, number, number.charAt(1) <= '2' ? 3 : 4, now);
    }

    private long byAdcode(String adcode, long now) {
        for (int significant = adcode.length(); significant > 0; significant -= 2) {
            long key = byDigits(PatternKind.REGION, adcode, significant, now);
            if (key != 0) {
                return key;
            }
        }
        return 0;
    }

    private long byDigits(PatternKind sort, String text, int length, long now) {
        if (!entries.mayHave(sort, length)) {
            return 0;
        }
        long digits = PatternKeys.digits(text, 0, length);
        return digits == PatternKeys.NO_DIGITS ? 0 : valid(sort, false, digits, now);
    }

    /// Gathers entries. Of two with the same pattern the later counts.
    public static final class Builder {
        private final ListName name;
        private final ListKind kind;
        private final Optional<PinHash> pin;
        private final EntryTable entries;

        private Builder(ListName name, ListKind kind, Optional<PinHash> pin, EntryTable entries) {
            this.name = name;
            this.kind = kind;
            this.pin = pin;
            this.entries = entries;
        }

        public Builder put(EntryPattern pattern) {
            return put(pattern, Optional.empty(), Optional.empty());
        }

        /// @param expiresAt from then on it does not count
        /// @param own the entry's own PIN, instead of the list's
        public Builder put(EntryPattern pattern, Optional<Instant> expiresAt, Optional<PinHash> own) {
            entries.put(pattern, expiresAt.map(Instant::toEpochMilli).orElse(EntryDetails.NEVER), own.orElse(null));
            return this;
        }

        public Builder remove(EntryPattern pattern) {
            entries.remove(pattern);
            return this;
        }

        /// To be called once: the list takes over what was gathered.
        public CallerList build() {
            return new CallerList(this);
        }
    }
}
