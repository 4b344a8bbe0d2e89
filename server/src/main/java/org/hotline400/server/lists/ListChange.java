package org.hotline400.server.lists;

import java.util.function.Function;

/// What became of a change of lists. Once done, it is live on this node.
public sealed interface ListChange<T> {
    record Done<T>(T value) implements ListChange<T> {}

    /// Nothing was changed.
    record Refused<T>(ListRefusal why) implements ListChange<T> {}

    /// The value, or what the refusal is turned into.
    default T orElseThrow(Function<ListRefusal, ? extends RuntimeException> refused) {
        return switch (this) {
            case Done<T>(var value) -> value;
            case Refused<T>(var why) -> throw refused.apply(why);
        };
    }

    default <R> ListChange<R> map(Function<? super T, ? extends R> change) {
        return switch (this) {
            case Done<T>(var value) -> new Done<>(change.apply(value));
            case Refused<T>(var why) -> new Refused<>(why);
        };
    }
}
