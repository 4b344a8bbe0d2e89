package org.hotline400.bench.numbers;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotline400.bench.BenchFailedException;

/// A search in the words of SQL, with all values in the text: so PostgreSQL plans for these very values.
///
/// @param page selects the digits of the first page, in order
/// @param totals selects how many numbers there are in all, for each class
record SqlSearch(String page, String totals) {
    /// What a table of numbers alone does not know.
    private static final Set<String> OUTSIDE = Set.of("promotion", "cursor");

    private static final Set<String> KNOWN = Set.of(
            "mask",
            "contains",
            "head",
            "tail",
            "without",
            "pattern",
            "class",
            "carrier",
            "feeFrom",
            "feeTo",
            "meaning",
            "trade",
            "order",
            "limit");
    private static final String USUAL_ORDER = "memorability";
    private static final String USUAL_LIMIT = "20";
    private static final int DIGITS = 7;

    /// @param query as the mix publishes it
    /// @return empty when it asks for what the table does not know: a promotion, a later page
    /// @throws BenchFailedException when it asks for what this translation does not know
    static Optional<SqlSearch> of(String query, Vocabulary vocabulary) {
        var asked = SearchQuery.parse(query);
        if (asked.names().stream().anyMatch(OUTSIDE::contains)) {
            return Optional.empty();
        }
        if (!KNOWN.containsAll(asked.names())) {
            throw new BenchFailedException("the mix asks for what is not known in SQL: " + query);
        }
        return Optional.of(translate(asked, vocabulary, sayings(query, vocabulary)));
    }

    /// Best first; empty when no meaning is asked for.
    private static Optional<List<Saying>> sayings(String query, Vocabulary vocabulary) {
        return Vocabulary.asksMeaning(query)
                ? Optional.of(vocabulary.sayings().getOrDefault(query, List.of()).stream()
                        .sorted(Comparator.comparingInt(Saying::weight).reversed())
                        .toList())
                : Optional.empty();
    }

    private static SqlSearch translate(SearchQuery asked, Vocabulary vocabulary, Optional<List<Saying>> sayings) {
        var conditions = new ArrayList<String>();
        // The indexes are of what can be had.
        conditions.add("available");
        conditions.addAll(digits(asked));
        conditions.addAll(grades(asked, vocabulary));
        sayings.ifPresent(all -> conditions.add(oneOf(all)));
        asked.one("feeFrom").ifPresent(yuan -> conditions.add("fee >= " + microYuan(yuan)));
        asked.one("feeTo").ifPresent(yuan -> conditions.add("fee <= " + microYuan(yuan)));
        var where = " from numbers where " + String.join(" and ", conditions);
        var limit = checked(asked.one("limit").orElse(USUAL_LIMIT), "[1-9][0-9]{0,2}");
        return new SqlSearch(
                "select digits" + where + " order by " + order(asked, sayings.orElse(List.of())) + " limit " + limit,
                "select class, count(*)" + where + " group by class");
    }

    private static List<String> digits(SearchQuery asked) {
        var conditions = new ArrayList<String>();
        asked.one("mask").ifPresent(mask -> conditions.add("digits like '" + like(mask) + "'"));
        asked.all("contains").forEach(run -> conditions.add("digits like '%" + run(run) + "%'"));
        asked.one("head").ifPresent(head -> conditions.add("digits like '" + run(head) + "%'"));
        asked.one("tail").ifPresent(tail -> conditions.add("reverse(digits) like '" + reversed(run(tail)) + "%'"));
        String.join("", asked.all("without"))
                .chars()
                .distinct()
                .forEach(digit -> conditions.add("digits not like '%" + run(Character.toString(digit)) + "%'"));
        return conditions;
    }

    private static List<String> grades(SearchQuery asked, Vocabulary vocabulary) {
        var conditions = new ArrayList<String>();
        if (!asked.all("pattern").isEmpty()) {
            conditions.add("kinds @> '{" + numbers(asked.all("pattern"), vocabulary) + "}'");
        }
        if (!asked.all("class").isEmpty()) {
            conditions.add("class in (" + quoted(asked.all("class")) + ")");
        }
        if (!asked.all("carrier").isEmpty()) {
            conditions.add("carrier in (" + quoted(asked.all("carrier")) + ")");
        }
        return conditions;
    }

    private static String numbers(List<String> patterns, Vocabulary vocabulary) {
        return patterns.stream()
                .map(pattern -> Integer.toString(vocabulary.number(pattern)))
                .collect(Collectors.joining(","));
    }

    private static String oneOf(List<Saying> sayings) {
        return sayings.isEmpty()
                ? "false"
                : sayings.stream().map(SqlSearch::says).collect(Collectors.joining(" or ", "(", ")"));
    }

    private static String says(Saying saying) {
        return "digits like '%" + saying.digits() + "%'";
    }

    /// A number counts by the best that it says; only where the most memorable come first.
    private static String rank(List<Saying> sayings) {
        return sayings.isEmpty()
                ? ""
                : sayings.stream()
                        .map(saying -> "when " + says(saying) + " then " + saying.weight())
                        .collect(Collectors.joining(" ", "case ", " end desc, "));
    }

    private static String order(SearchQuery asked, List<Saying> sayings) {
        return switch (asked.one("order").orElse(USUAL_ORDER)) {
            case "memorability" -> rank(sayings) + "memorability desc, digits";
            case "price" -> "fee, digits";
            case "price-down" -> "fee desc, digits";
            case "number" -> "digits";
            case String other -> throw new BenchFailedException("the mix asks for an unknown order: " + other);
        };
    }

    /// A mask is of seven digits, or of ten with 400 before them; it may have hyphens.
    private static String like(String mask) {
        var plain = mask.replace("-", "");
        var own = plain.length() == DIGITS + 3 && plain.startsWith("400") ? plain.substring(3) : plain;
        return checked(own, "[0-9?]{7}").replace('?', '_');
    }

    private static String run(String digits) {
        return checked(digits, "[0-9]{1,7}");
    }

    private static String reversed(String digits) {
        return new StringBuilder(digits).reverse().toString();
    }

    private static String quoted(List<String> codes) {
        return codes.stream()
                .map(code -> "'" + checked(code, "[a-z-]{1,20}") + "'")
                .collect(Collectors.joining(", "));
    }

    private static String microYuan(String yuan) {
        return new BigDecimal(checked(yuan, "[0-9]{1,9}(\\.[0-9]{1,6})?"))
                .movePointRight(6)
                .toBigIntegerExact()
                .toString();
    }

    /// The values stand in the text of a statement.
    private static String checked(String value, String form) {
        if (!value.matches(form)) {
            throw new BenchFailedException("the mix asks for a value that is no " + form + ": " + value);
        }
        return value;
    }
}
