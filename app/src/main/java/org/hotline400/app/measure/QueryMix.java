package org.hotline400.app.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.catalogue.DigitFilter;
import org.hotline400.server.numbers.catalogue.FeeRange;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.catalogue.Order;
import org.hotline400.server.numbers.catalogue.Place;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// The published mix of searches, explained in docs/number-search.md: what visitors of a number shop ask,
/// in the shares that we suppose, and always the same. Nobody has published real ones.
final class QueryMix {
    private static final long SEED = 400;
    private static final int PERCENT = 100;
    private static final int SUFFIXES = 10_000_000;
    private static final List<String> LIKED = List.of(
            "888", "8888", "666", "6666", "999", "9999", "168", "1688", "518", "5188", "520", "1314", "668", "678",
            "789", "123", "1234", "80", "00", "88", "66", "99", "120", "365", "7777");
    /// Digits that people ask for more than for others.
    private static final String DIGITS = "8888666699991122355701";

    private static final List<String> PLACES =
            List.of("8??8888", "6???666", "???8?8?", "88?????", "1?1?1?1", "?8?8?8?", "9??99??", "80?0?80");

    /// What is asked, and in how many of a hundred searches.
    enum Kind {
        /// All there is, the first page.
        BROWSE(10),
        TAIL(22),
        CONTAINS(14),
        MASK(8),
        PATTERN(10),
        /// No 4, whatever else.
        WITHOUT(8),
        CLASS_AND_FEE(10),
        MEANING(8),
        CARRIER(3),
        /// A page far behind the first.
        DEEP(4),
        PROMOTION(1),
        /// A number that nobody sells: similar ones are looked for.
        NOTHING(2);

        private final int share;

        Kind(int share) {
            this.share = share;
        }

        int share() {
            return share;
        }
    }

    private final Random random;

    private QueryMix(long seed) {
        random = new Random(seed);
    }

    /// The first searches of the mix.
    static List<MixedQuery> searches(int count) {
        return new QueryMix(SEED).next(count);
    }

    /// Others of the same kinds, to warm up with.
    static List<MixedQuery> others(int count) {
        return new QueryMix(SEED + 1).next(count);
    }

    private List<MixedQuery> next(int count) {
        var queries = new ArrayList<MixedQuery>(count);
        for (int i = 0; i < count; i++) {
            queries.add(next());
        }
        return queries;
    }

    private MixedQuery next() {
        var kind = kind();
        return switch (kind) {
            case BROWSE -> new MixedQuery(kind, NumberQuery.ANY.by(any(Order.values())), "");
            case TAIL -> digits(kind, DigitFilter.ofTail(run(2, 4)));
            case CONTAINS -> digits(kind, DigitFilter.containing(run(3, 6)));
            case MASK -> digits(kind, DigitFilter.ofMask(any(PLACES)));
            case PATTERN -> new MixedQuery(kind, pattern(), "");
            case WITHOUT -> new MixedQuery(kind, without(), "");
            case CLASS_AND_FEE -> new MixedQuery(kind, classAndFee(), "");
            case MEANING -> meaning();
            case CARRIER -> new MixedQuery(kind, carrier(), "");
            case DEEP -> new MixedQuery(kind, deep(), "");
            case PROMOTION ->
                new MixedQuery(kind, NumberQuery.ANY.withPromotion(Optional.of(any(MeasuredMarket.PROMOTIONS))), "");
            case NOTHING -> digits(kind, DigitFilter.ofMask((2 + random.nextInt(4)) + randomDigits(6)));
        };
    }

    private Kind kind() {
        int left = random.nextInt(PERCENT);
        for (var kind : Kind.values()) {
            left -= kind.share();
            if (left < 0) {
                return kind;
            }
        }
        throw new IllegalStateException("the shares of the mix are less than " + PERCENT);
    }

    private <T> T any(T[] values) {
        return any(Arrays.asList(values));
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private MixedQuery digits(Kind kind, DigitFilter digits) {
        var filter = random.nextInt(4) == 0 ? digits.without(Set.of(4)) : digits;
        return new MixedQuery(kind, NumberQuery.ANY.withDigits(filter), "");
    }

    /// Half of them what is liked, half what somebody has in mind: a birthday, the end of a telephone
    /// number.
    private String run(int shortest, int longest) {
        return random.nextBoolean() ? any(LIKED) : likedDigits(shortest + random.nextInt(longest - shortest + 1));
    }

    private String likedDigits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(DIGITS.charAt(random.nextInt(DIGITS.length())));
        }
        return digits.toString();
    }

    private String randomDigits(int count) {
        var digits = new StringBuilder();
        for (int i = 0; i < count; i++) {
            digits.append(random.nextInt(10));
        }
        return digits.toString();
    }

    private NumberQuery pattern() {
        var query = NumberQuery.ANY.withPatterns(Set.of(any(PatternKind.values())));
        return switch (random.nextInt(3)) {
            case 0 -> query.withDigits(DigitFilter.NONE.without(Set.of(4)));
            case 1 -> query.by(Order.PRICE);
            default -> query;
        };
    }

    private NumberQuery without() {
        var query = NumberQuery.ANY.withDigits(DigitFilter.NONE.without(Set.of(4)));
        return switch (random.nextInt(3)) {
            case 0 -> query.withDigits(DigitFilter.NONE.without(Set.of(4, 7)));
            case 1 -> query.by(Order.PRICE);
            default -> query;
        };
    }

    private NumberQuery classAndFee() {
        var to = Money.ofYuan(any(List.of(100L, 300L, 500L, 1_000L, 2_000L, 5_000L, 20_000L)));
        return NumberQuery.ANY
                .withClasses(Set.of(any(NumberClass.values())))
                .withFee(new FeeRange(Optional.empty(), Optional.of(to)))
                .by(any(List.of(Order.MEMORABILITY, Order.PRICE, Order.PRICE_DOWN)));
    }

    private MixedQuery meaning() {
        var brand = any(Brand.SOME);
        var query = NumberQuery.ANY.withMeaning(brand.fragments());
        return new MixedQuery(
                Kind.MEANING,
                random.nextInt(3) == 0 ? query.withDigits(DigitFilter.NONE.without(Set.of(4))) : query,
                brand.name());
    }

    private NumberQuery carrier() {
        var query = NumberQuery.ANY.withCarriers(Set.of(any(NumberCarrier.values())));
        return random.nextBoolean() ? query.withDigits(DigitFilter.ofTail(run(2, 3))) : query;
    }

    private NumberQuery deep() {
        int suffix = random.nextInt(SUFFIXES);
        var query = random.nextBoolean() ? NumberQuery.ANY.withDigits(DigitFilter.ofTail(any(LIKED))) : NumberQuery.ANY;
        return switch (random.nextInt(3)) {
            case 0 -> query.by(Order.NUMBER).page(Optional.of(new Place(0, suffix)), 20);
            case 1 -> query.by(Order.PRICE).page(Optional.of(new Place(MeasuredMarket.anyFee(random), suffix)), 20);
            default -> query.page(Optional.of(new Place(10 + random.nextInt(80), suffix)), 20);
        };
    }
}
