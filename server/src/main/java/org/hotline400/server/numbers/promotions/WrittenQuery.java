package org.hotline400.server.numbers.promotions;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.numbers.catalogue.DigitFilter;
import org.hotline400.server.numbers.catalogue.FeeRange;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.catalogue.Order;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.stock.NumberCarrier;
import org.jspecify.annotations.Nullable;

/// Which numbers a promotion is for, as it is written on the wire and kept: by the names of the search's
/// parameters. What is left out does not matter; nothing at all means every number.
///
/// @param mask seven digits or `?`, or all ten: `8??8888`, `400-8??-8888`
/// @param contains runs of one to seven digits, all of which must be in it
/// @param head the first digits behind 400
/// @param tail the last digits
/// @param pattern codes such as `aabb`, all of which must be found
/// @param without digits that must not occur: `4`, `47`
/// @param classes codes such as `special`, of which one suffices
/// @param feeFrom listed set-up fee in yuan, inclusive
/// @param feeTo inclusive
/// @param carrier codes such as `china-unicom`, of which one suffices
public record WrittenQuery(
        @Nullable String mask,
        @Nullable List<String> contains,
        @Nullable String head,
        @Nullable String tail,
        @Nullable List<String> pattern,
        @Nullable String without,

        @JsonProperty("class") @Nullable List<String> classes,

        @Nullable String feeFrom,
        @Nullable String feeTo,
        @Nullable List<String> carrier) {
    private static final String CODE = "numbers.promotion-query";
    private static final int MOST = 20;
    private static final int NUMBER = 10;
    private static final String BEGIN = "400";
    private static final Pattern MASK = Pattern.compile("[0-9?]{7}");
    private static final Pattern FRAGMENT = Pattern.compile("[0-9]{1,7}");
    private static final Pattern DIGITS = Pattern.compile("[0-9]{1,9}");

    /// Reads it, noting what is wrong under `query.…`.
    ///
    /// @return empty when anything was
    public Optional<NumberQuery> read(Checks checks) {
        var places = checks.readIfPresent("query.mask", CODE, mask, WrittenQuery::masked);
        var fragments = items(checks, "contains", contains, WrittenQuery::fragment);
        var first = checks.readIfPresent("query.head", CODE, head, WrittenQuery::fragment);
        var last = checks.readIfPresent("query.tail", CODE, tail, WrittenQuery::fragment);
        var patterns = items(checks, "pattern", pattern, PatternKind::of);
        var absent = checks.readIfPresent("query.without", CODE, without, WrittenQuery::digitSet);
        var kinds = items(checks, "class", classes, NumberClass::of);
        var fees = fees(checks);
        var carriers = items(checks, "carrier", carrier, NumberCarrier::of);
        return fees.map(fee -> new NumberQuery(
                new DigitFilter(places, fragments, first.orElse(""), last.orElse(""), absent.orElse(Set.of())),
                Set.copyOf(patterns),
                Set.copyOf(kinds),
                fee,
                Set.copyOf(carriers),
                Optional.empty(),
                List.of(),
                Order.MEMORABILITY,
                Optional.empty(),
                NumberQuery.ANY.limit()));
    }

    private static <T> List<T> items(
            Checks checks, String name, @Nullable List<String> texts, Function<String, T> parse) {
        var items = new ArrayList<T>();
        if (texts != null && texts.size() > MOST) {
            checks.add("query." + name, CODE, "has at most " + MOST + " items");
        } else if (texts != null) {
            for (int i = 0; i < texts.size(); i++) {
                checks.readIfPresent("query." + name + "[" + i + "]", CODE, texts.get(i), parse)
                        .ifPresent(items::add);
            }
        }
        return items;
    }

    private Optional<FeeRange> fees(Checks checks) {
        var from = checks.readIfPresent("query.feeFrom", CODE, feeFrom, Money::parse);
        var to = checks.readIfPresent("query.feeTo", CODE, feeTo, Money::parse);
        try {
            return Optional.of(new FeeRange(from, to));
        } catch (IllegalArgumentException e) {
            checks.add("query.feeTo", CODE, String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }

    private static String masked(String text) {
        var plain = text.replaceAll("[\\s-]", "");
        var behind = plain.length() == NUMBER && plain.startsWith(BEGIN) ? plain.substring(BEGIN.length()) : plain;
        return matching(behind, MASK, "a mask has seven digits or ? behind 400, such as 8??8888 or 400-8??-8888", text);
    }

    private static String fragment(String text) {
        return matching(text, FRAGMENT, "is one to seven digits", text);
    }

    private static Set<Integer> digitSet(String text) {
        return matching(text, DIGITS, "is one to nine digits that must not occur, such as 4 or 47", text)
                .chars()
                .mapToObj(one -> one - '0')
                .collect(Collectors.toSet());
    }

    private static String matching(String text, Pattern form, String rule, String written) {
        if (!form.matcher(text).matches()) {
            throw new IllegalArgumentException(rule + "; was \"" + written + "\"");
        }
        return text;
    }

    /// Writes a query down.
    public static WrittenQuery of(NumberQuery query) {
        var digits = query.digits();
        return new WrittenQuery(
                digits.mask().orElse(null),
                orNull(digits.contains()),
                orNull(digits.head()),
                orNull(digits.tail()),
                orNull(query.patterns().stream().map(PatternKind::code).sorted().toList()),
                orNull(digits.without().stream().sorted().map(String::valueOf).collect(Collectors.joining())),
                orNull(query.classes().stream().sorted().map(NumberClass::code).toList()),
                query.fee().from().map(Money::toString).orElse(null),
                query.fee().to().map(Money::toString).orElse(null),
                orNull(query.carriers().stream()
                        .sorted()
                        .map(NumberCarrier::code)
                        .toList()));
    }

    private static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable List<String> orNull(List<String> items) {
        return items.isEmpty() ? null : items;
    }
}
