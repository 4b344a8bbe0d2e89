package org.hotline400.server.ledger.internal;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import org.hotline400.server.database.SqlTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.support.SqlArrayValue;

/// One field of all items of a batch, as a statement takes it.
final class Columns {
    private Columns() {}

    static <T> SqlArrayValue texts(List<T> items, Function<T, @Nullable String> field) {
        return array("text", items, field);
    }

    static <T> SqlArrayValue ints(List<T> items, Function<T, Integer> field) {
        return array("int4", items, field);
    }

    static <T> SqlArrayValue longs(List<T> items, Function<T, Long> field) {
        return array("int8", items, field);
    }

    static <T> SqlArrayValue times(List<T> items, Function<T, Instant> field) {
        return array("timestamptz", items, field.andThen(at -> SqlTime.of(at).toString()));
    }

    static <T> SqlArrayValue uuids(Collection<T> items, Function<T, ?> field) {
        return array("uuid", items, field);
    }

    private static <T> SqlArrayValue array(
            String type, Collection<T> items, Function<T, ? extends @Nullable Object> field) {
        return new SqlArrayValue(type, items.stream().map(field).toArray());
    }
}
