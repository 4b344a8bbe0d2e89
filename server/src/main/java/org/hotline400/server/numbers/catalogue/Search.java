package org.hotline400.server.numbers.catalogue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Money;

/// One search: what it demands as rules, its order, and one walk through the blocks in which all is found
/// at once.
final class Search {
    private final Catalogue catalogue;
    private final NumberQuery query;
    private final MeaningRule meaning;
    private final Sequence sequence;

    Search(Catalogue catalogue, NumberQuery query) {
        this.catalogue = catalogue;
        this.query = query;
        meaning = new MeaningRule(query.meaning());
        sequence = sequence();
    }

    private Sequence sequence() {
        return switch (query.order()) {
            case MEMORABILITY ->
                new Sequence.ByMemorability(meaning, catalogue.index().memorability());
            case PRICE -> new Sequence.ByFee(catalogue.shelves(), false);
            case PRICE_DOWN -> new Sequence.ByFee(catalogue.shelves(), true);
            case NUMBER -> new Sequence.ByNumber();
        };
    }

    /// A page, with what there is in all.
    Found find() {
        var tally = new Tally(catalogue);
        var best =
                new Best(query.limit() + 1, query.after().map(sequence::behind).orElse(-1L));
        var ranking = new Ranking(sequence.rank());
        Rule.walk(rulesOfAvailable(), (block, row, count) -> {
            tally.visit(block, row, count);
            ranking.offer(block, row, count, best);
        });
        var keys = best.sorted();
        var offers = Arrays.stream(keys)
                .limit(query.limit())
                .mapToObj(key -> catalogue.offer(Ranking.suffix(key), query.meaning()))
                .toList();
        var next =
                keys.length > query.limit() ? Optional.of(sequence.place(offers.getLast())) : Optional.<Place>empty();
        return new Found(offers, tally.total(), tally.facets(), next, List.of());
    }

    /// The first few, as keys of the [Ranking].
    long[] first(int most) {
        var best = new Best(most, -1);
        var ranking = new Ranking(sequence.rank());
        Rule.walk(rulesOfAvailable(), (block, row, count) -> ranking.offer(block, row, count, best));
        return best.sorted();
    }

    private List<Rule> rulesOfAvailable() {
        var rules = rules();
        rules.add(Rule.in(catalogue.available()));
        return rules;
    }

    /// What the query demands, but for being available.
    List<Rule> rules() {
        var rules = new ArrayList<Rule>();
        addDigits(rules);
        if (!meaning.isEmpty()) {
            rules.add(meaning);
        }
        query.patterns().forEach(kind -> rules.add(Rule.in(catalogue.index().kind(kind))));
        addShelves(rules);
        if (!query.carriers().isEmpty()) {
            rules.add(Rule.inAny(catalogue.carriers().stream()
                    .filter(carrier -> query.carriers().contains(carrier.label()))
                    .map(Labelled::numbers)
                    .toList()));
        }
        query.promotion()
                .ifPresent(id -> rules.add(Rule.inAny(catalogue.promotions().stream()
                        .filter(promotion -> promotion.label().equals(id))
                        .map(Labelled::numbers)
                        .toList())));
        return rules;
    }

    private void addDigits(List<Rule> rules) {
        var digits = query.digits();
        if (!digits.agrees()) {
            rules.add(Rule.inAny(List.of()));
        }
        var places = digits.places();
        if (!places.equals("???????") || !digits.without().isEmpty()) {
            rules.add(new DigitRule(places, digits.without()));
        }
        digits.contains().forEach(run -> rules.add(new RunRule(run)));
    }

    private void addShelves(List<Rule> rules) {
        var shelves = catalogue.shelves().all();
        var asked = shelves.stream().filter(this::isAsked).toList();
        if (asked.size() < shelves.size()) {
            rules.add(Rule.inAny(asked.stream().map(Shelves.Shelf::numbers).toList()));
        }
    }

    private boolean isAsked(Shelves.Shelf shelf) {
        return (query.classes().isEmpty() || query.classes().contains(shelf.numberClass()))
                && isWithin(query.fee(), shelf.price().setUpFee());
    }

    private static boolean isWithin(FeeRange range, Money fee) {
        return range.from().map(from -> fee.compareTo(from) >= 0).orElse(true)
                && range.to().map(to -> fee.compareTo(to) <= 0).orElse(true);
    }
}
