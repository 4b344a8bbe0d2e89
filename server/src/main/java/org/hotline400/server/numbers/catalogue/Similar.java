package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;

/// Numbers that miss the least of what was asked when none has all of it. The query is loosened step by
/// step until there are enough; within a step the order is that of memorability, or of meaning if one was
/// asked for.
///
/// 1. One digit of mask, head, tail or of a run is another.
/// 2. One wish is dropped, the least important first: promotion, carrier, fee, class, patterns, meaning,
///    excluded digits.
/// 3. Only digits and meaning count; then one digit of these is another.
/// 4. Only digits count; then one is another; then they are given up from the front, as a caller keeps the
///    end.
/// 5. Only the excluded digits count; then nothing does.
final class Similar {
    /// At most so many, and not more than a page.
    static final int MOST = 10;

    private static final List<UnaryOperator<NumberQuery>> LEAST_IMPORTANT_FIRST = List.of(
            query -> query.withPromotion(Optional.empty()),
            query -> query.withCarriers(Set.of()),
            query -> query.withFee(FeeRange.ANY),
            query -> query.withClasses(Set.of()),
            query -> query.withPatterns(Set.of()),
            query -> query.withMeaning(List.of()),
            query -> query.withDigits(query.digits().without(Set.of())));

    private Similar() {}

    static List<Offer> to(NumberQuery asked, Catalogue catalogue) {
        int most = Math.min(MOST, asked.limit());
        var found = new LinkedHashSet<Integer>();
        for (var step : steps(asked)) {
            if (found.size() < most) {
                step.stream()
                        .flatMapToLong(query -> LongStream.of(new Search(catalogue, query).first(2 * MOST)))
                        .sorted()
                        .forEachOrdered(key -> found.add(Ranking.suffix(key)));
            }
        }
        return found.stream()
                .limit(most)
                .map(suffix -> catalogue.offer(suffix, asked.meaning()))
                .toList();
    }

    /// Queries that may be answered together, step by step.
    static List<List<NumberQuery>> steps(NumberQuery asked) {
        var steps = new ArrayList<List<NumberQuery>>();
        var start = asked.by(Order.MEMORABILITY).page(Optional.empty(), MOST).withDigits(agreeing(asked.digits()));
        if (!asked.digits().agrees()) {
            steps.add(List.of(start));
        }
        steps.add(oneDigitElse(start));
        LEAST_IMPORTANT_FIRST.stream()
                .map(drop -> drop.apply(start))
                .filter(query -> !query.equals(start))
                .forEach(query -> steps.add(List.of(query)));
        var meant = NumberQuery.ANY.withDigits(start.digits()).withMeaning(start.meaning());
        var bare = NumberQuery.ANY.withDigits(start.digits());
        steps.add(List.of(meant));
        steps.add(oneDigitElse(meant));
        steps.add(List.of(bare));
        steps.add(oneDigitElse(bare));
        for (int digits = 1; digits < Space.DIGITS; digits++) {
            steps.add(List.of(bare.withDigits(lessFront(start.digits(), digits))));
        }
        steps.add(
                List.of(bare.withDigits(DigitFilter.NONE.without(start.digits().without()))));
        steps.add(List.of(NumberQuery.ANY));
        return steps;
    }

    /// Mask, head and tail as one mask.
    private static DigitFilter agreeing(DigitFilter digits) {
        return new DigitFilter(Optional.of(digits.places()), digits.contains(), "", "", digits.without());
    }

    private static List<NumberQuery> oneDigitElse(NumberQuery query) {
        var digits = query.digits();
        var queries = new ArrayList<NumberQuery>();
        for (var places : oneDigitElse(digits.places())) {
            queries.add(query.withDigits(
                    new DigitFilter(Optional.of(places), digits.contains(), "", "", digits.without())));
        }
        for (int i = 0; i < digits.contains().size(); i++) {
            for (var run : oneDigitElse(digits.contains().get(i))) {
                var runs = new ArrayList<>(digits.contains());
                runs.set(i, run);
                queries.add(query.withDigits(new DigitFilter(digits.mask(), runs, "", "", digits.without())));
            }
        }
        return queries;
    }

    /// The text with `?` for each of its digits in turn.
    private static List<String> oneDigitElse(String text) {
        var others = new ArrayList<String>();
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != '?') {
                others.add(text.substring(0, i) + '?' + text.substring(i + 1));
            }
        }
        return others;
    }

    /// Gives up the first digits of the mask and of each run.
    private static DigitFilter lessFront(DigitFilter digits, int count) {
        var places = new StringBuilder(digits.places());
        int left = count;
        for (int i = 0; i < places.length() && left > 0; i++) {
            if (places.charAt(i) != '?') {
                places.setCharAt(i, '?');
                left--;
            }
        }
        var runs = digits.contains().stream()
                .filter(run -> run.length() > count)
                .map(run -> run.substring(count))
                .toList();
        return new DigitFilter(Optional.of(places.toString()), runs, "", "", digits.without());
    }
}
