package org.hotline400.server.numbers.catalogue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.meaning.Fragment;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// What somebody looks for. Everything given must hold; of a set of classes or carriers one suffices, of
/// patterns all must be there.
///
/// @param digits where which digits stand
/// @param patterns that the rules must have found
/// @param classes empty: any
/// @param fee the set-up fee
/// @param carriers empty: any
/// @param promotion its id
/// @param meaning one of these must be in it; those that say more come first; empty: anything
/// @param after behind this place in the order
/// @param limit 1 to 200 numbers
public record NumberQuery(
        DigitFilter digits,
        Set<PatternKind> patterns,
        Set<NumberClass> classes,
        FeeRange fee,
        Set<NumberCarrier> carriers,
        Optional<UUID> promotion,
        List<Fragment> meaning,
        Order order,
        Optional<Place> after,
        int limit) {
    /// Any number, most memorable first, the first twenty.
    public static final NumberQuery ANY = new NumberQuery(
            DigitFilter.NONE,
            Set.of(),
            Set.of(),
            FeeRange.ANY,
            Set.of(),
            Optional.empty(),
            List.of(),
            Order.MEMORABILITY,
            Optional.empty(),
            20);

    public NumberQuery {
        patterns = Set.copyOf(patterns);
        classes = Set.copyOf(classes);
        carriers = Set.copyOf(carriers);
        meaning = List.copyOf(meaning);
        if (limit < 1 || limit > 200) {
            throw new IllegalArgumentException("a page has 1 to 200 numbers; was " + limit);
        }
    }

    public NumberQuery withDigits(DigitFilter other) {
        return new NumberQuery(other, patterns, classes, fee, carriers, promotion, meaning, order, after, limit);
    }

    public NumberQuery withPatterns(Set<PatternKind> others) {
        return new NumberQuery(digits, others, classes, fee, carriers, promotion, meaning, order, after, limit);
    }

    public NumberQuery withClasses(Set<NumberClass> others) {
        return new NumberQuery(digits, patterns, others, fee, carriers, promotion, meaning, order, after, limit);
    }

    public NumberQuery withFee(FeeRange other) {
        return new NumberQuery(digits, patterns, classes, other, carriers, promotion, meaning, order, after, limit);
    }

    public NumberQuery withCarriers(Set<NumberCarrier> others) {
        return new NumberQuery(digits, patterns, classes, fee, others, promotion, meaning, order, after, limit);
    }

    public NumberQuery withPromotion(Optional<UUID> other) {
        return new NumberQuery(digits, patterns, classes, fee, carriers, other, meaning, order, after, limit);
    }

    public NumberQuery withMeaning(List<Fragment> others) {
        return new NumberQuery(digits, patterns, classes, fee, carriers, promotion, others, order, after, limit);
    }

    public NumberQuery by(Order other) {
        return new NumberQuery(digits, patterns, classes, fee, carriers, promotion, meaning, other, after, limit);
    }

    public NumberQuery page(Optional<Place> behind, int most) {
        return new NumberQuery(digits, patterns, classes, fee, carriers, promotion, meaning, order, behind, most);
    }
}
