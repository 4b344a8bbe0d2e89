package org.hotline400.server.lists;

import java.time.Instant;
import java.util.Optional;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.lists.internal.EntryDetails;
import org.hotline400.server.lists.internal.LongTable;
import org.hotline400.server.lists.internal.PatternKeys;
import org.hotline400.server.regions.Region;

/// A list of callers in memory, as calls ask it: immutable, some 16 bytes an entry, without I/O.
///
/// Made without Spring: `CallerList.builder(name, kind, pin).put(pattern, expiresAt, pin).build()`.
public final class CallerList {
    private final ListName name;
    private final ListKind kind;
    private final Optional<PinHash> pin;
    /// From the pattern's key to the place of its details, 0 where it has none.
    private final LongTable entries;

    private final EntryDetails details;
    /// Bit n: there is, or was, a prefix of n digits. Others need no look.
    private final int prefixLengths;

    private CallerList(Builder builder) {
        this.name = builder.name;
        this.kind = builder.kind;
        this.pin = builder.pin;
        this.entries = builder.entries;
        this.details = builder.details;
        this.prefixLengths = builder.prefixLengths;
    }

    /// @param pin of a grey list
    public static Builder builder(ListName name, ListKind kind, Optional<PinHash> pin) {
        return new Builder(name, kind, pin, LongTable.of(0), EntryDetails.none(), 0);
    }

    /// A new list with the entries of this one, to be changed further. This one stays as it is.
    public Builder changed(Optional<PinHash> newPin) {
        return new Builder(name, kind, newPin, entries.copy(), details.copy(), prefixLengths);
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
        int place = entries.get(key);
        return new ListEntry(key, details.expiry(place), details.pin(place));
    }

    /// The key when it is there and has not expired, else 0.
    private long valid(long key, long now) {
        int place = entries.get(key);
        return place != LongTable.ABSENT && details.expiry(place) > now ? key : 0;
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
        long whole = length == known ? valid(PatternKeys.key(PatternKind.NUMBER, plus, digits), now) : 0;
        return whole != 0 ? whole : byPrefix(plus, digits, known, now);
    }

    private long byPrefix(boolean plus, long number, int length, long now) {
        long digits = number;
        for (int n = length; n > 0 && prefixLengths != 0; n--, digits /= 10) {
            if ((prefixLengths & (1 << n)) != 0) {
                long key = valid(PatternKeys.key(PatternKind.PREFIX, plus, digits), now);
                if (key != 0) {
                    return key;
                }
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

    private long byDigits(PatternKind kindOfPattern, String text, int length, long now) {
        long digits = PatternKeys.digits(text, 0, length);
        return digits == PatternKeys.NO_DIGITS ? 0 : valid(PatternKeys.key(kindOfPattern, false, digits), now);
    }

    /// Gathers entries. Of two with the same pattern the later counts.
    public static final class Builder {
        private final ListName name;
        private final ListKind kind;
        private final Optional<PinHash> pin;
        private final LongTable entries;
        private final EntryDetails details;
        private int prefixLengths;

        private Builder(
                ListName name,
                ListKind kind,
                Optional<PinHash> pin,
                LongTable entries,
                EntryDetails details,
                int prefixLengths) {
            this.name = name;
            this.kind = kind;
            this.pin = pin;
            this.entries = entries;
            this.details = details;
            this.prefixLengths = prefixLengths;
        }

        public Builder put(EntryPattern pattern) {
            return put(pattern, Optional.empty(), Optional.empty());
        }

        /// @param expiresAt from then on it does not count
        /// @param own the entry's own PIN, instead of the list's
        public Builder put(EntryPattern pattern, Optional<Instant> expiresAt, Optional<PinHash> own) {
            remove(pattern);
            int place = details.add(expiresAt.map(Instant::toEpochMilli).orElse(EntryDetails.NEVER), own.orElse(null));
            entries.put(PatternKeys.of(pattern), place);
            if (pattern.kind() == PatternKind.PREFIX) {
                prefixLengths |= 1 << pattern.text().replace("+", "").length();
            }
            return this;
        }

        public Builder remove(EntryPattern pattern) {
            details.remove(entries.remove(PatternKeys.of(pattern)));
            return this;
        }

        /// To be called once: the list takes over what was gathered.
        public CallerList build() {
            return new CallerList(this);
        }
    }
}
