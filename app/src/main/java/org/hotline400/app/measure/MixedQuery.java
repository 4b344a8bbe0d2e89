package org.hotline400.app.measure;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.numbers.catalogue.NumberQuery;
import org.hotline400.server.numbers.catalogue.Order;
import org.hotline400.server.numbers.grading.NumberClass;
import org.hotline400.server.numbers.grading.PatternKind;
import org.hotline400.server.numbers.stock.NumberCarrier;

/// A search of the mix.
///
/// @param meaning the words that the query's fragments say; empty without
record MixedQuery(QueryMix.Kind kind, NumberQuery query, String meaning) {

    /// As the query of `GET /api/v1/numbers/search`. What only the server knows is left out: the id of a
    /// promotion, and the cursor of a deep page.
    String http() {
        var parts = new ArrayList<String>();
        var digits = query.digits();
        digits.mask().ifPresent(mask -> parts.add("mask=" + mask));
        add(parts, "contains", String.join(",", digits.contains()));
        add(parts, "head", digits.head());
        add(parts, "tail", digits.tail());
        add(parts, "without", codes(digits.without(), Object::toString));
        add(parts, "pattern", codes(query.patterns(), PatternKind::code));
        add(parts, "class", codes(query.classes(), NumberClass::code));
        add(parts, "carrier", codes(query.carriers(), NumberCarrier::code));
        query.fee().from().ifPresent(fee -> parts.add("feeFrom=" + fee));
        query.fee().to().ifPresent(fee -> parts.add("feeTo=" + fee));
        add(parts, "meaning", URLEncoder.encode(meaning, StandardCharsets.UTF_8));
        if (query.order() != Order.MEMORABILITY) {
            parts.add("order=" + query.order().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
        parts.add("limit=" + query.limit());
        return String.join("&", parts);
    }

    private static void add(List<String> parts, String name, String value) {
        if (!value.isEmpty()) {
            parts.add(name + "=" + value);
        }
    }

    /// Sorted, as sets have no order that would be the same in every run.
    private static <T> String codes(Collection<T> values, Function<T, String> code) {
        return values.stream().map(code).sorted().collect(Collectors.joining(","));
    }
}
