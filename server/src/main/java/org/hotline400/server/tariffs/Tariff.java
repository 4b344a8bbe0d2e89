package org.hotline400.server.tariffs;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// A package as it is offered.
///
/// @param code such as `basic`
/// @param version counts its editions from 1; a contract keeps the one it was made with
/// @param starts the first day it is sold, in Asia/Shanghai
/// @param usage the minutes a month that it fits best
/// @param rentPerMonth before discounts, with tax; whole fen
/// @param minutes bundled a month
/// @param perMinute of a minute beyond them, for the list of packages; `calls` has the prices in full
/// @param terms how long one may bind oneself, and for what; the shortest first
/// @param calls what calls cost
/// @param conditions what else holds
/// @param entitlements the features it has, and those that can be had beside it
public record Tariff(
        String code,
        int version,
        LocalDate starts,
        String chinese,
        String english,
        Usage usage,
        Money rentPerMonth,
        int minutes,
        Money perMinute,
        List<Term> terms,
        CallCharges calls,
        Terms conditions,
        Entitlements entitlements) {
    private static final long FEN = 10_000;
    private static final int PERCENT = 100;

    public Tariff {
        terms = List.copyOf(terms);
        if (!code.matches("[a-z]+(-[a-z]+)*")) {
            throw new IllegalArgumentException("a package has a code such as basic; was \"" + code + "\"");
        }
        if (version < 1 || chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a package has a version from 1 on and names in both languages");
        }
        if (rentPerMonth.microYuan() < 0 || rentPerMonth.microYuan() % FEN != 0 || perMinute.microYuan() < 0) {
            throw new IllegalArgumentException("a rent is whole fen, and no price is below 0");
        }
        if (minutes < 0 || terms.isEmpty() || !areAscending(terms)) {
            throw new IllegalArgumentException("a package has minutes, and its terms with the shortest first");
        }
    }

    private static boolean areAscending(List<Term> terms) {
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).months() <= terms.get(i - 1).months()) {
                return false;
            }
        }
        return true;
    }

    /// The term of so many months; empty when it is not offered.
    public Optional<Term> term(int months) {
        return terms.stream().filter(term -> term.months() == months).findFirst();
    }

    /// A month's rent after the discount of a term. Exact.
    ///
    /// @param months 0: from month to month, without discount
    /// @throws IllegalArgumentException when it has no such term
    public Money rent(int months) {
        if (months == 0) {
            return rentPerMonth;
        }
        var off = term(months)
                .orElseThrow(() -> new IllegalArgumentException(code + " has no term of " + months + " months"))
                .percentOff();
        return new Money(rentPerMonth.microYuan() / PERCENT).times(PERCENT - off);
    }

    /// A time that one may bind oneself for.
    ///
    /// @param months 1 to 60
    /// @param percentOff of the rent, 0 to 100
    public record Term(int months, int percentOff) {
        public Term {
            if (months < 1 || months > 60 || percentOff < 0 || percentOff > 100) {
                throw new IllegalArgumentException("a term is 1 to 60 months, for 0 to 100 percent off");
            }
        }
    }

    /// Minutes a month, half-open: who talks exactly 1,000 minutes is in `[1000, 5000)`.
    ///
    /// @param before empty for no end
    public record Usage(int from, Optional<Integer> before) {
        public static final Usage ANY = new Usage(0, Optional.empty());

        public Usage {
            if (from < 0 || before.filter(end -> end <= from).isPresent()) {
                throw new IllegalArgumentException("minutes a month begin at 0 and end after they begin");
            }
        }

        public boolean contains(int minutes) {
            return minutes >= from && before.map(end -> minutes < end).orElse(true);
        }
    }
}
