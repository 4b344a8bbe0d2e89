package org.hotline400.server.vault.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotline400.server.vault.MasterKeyException;
import org.hotline400.server.vault.MasterKeySource;
import org.jspecify.annotations.Nullable;

/// The master key that wraps now, and those that can still unwrap.
final class MasterKeys {
    /// The variable with the one that wraps now.
    static final String CURRENT = "HOTLINE_MASTER_KEY";
    /// The variable with the one that a rotation goes to, where the current one is not in the file.
    static final String NEXT = "HOTLINE_MASTER_KEY_NEW";
    /// The variable with those that wrapped before, separated by commas.
    static final String FORMER = "HOTLINE_MASTER_KEY_OLD";

    private final MasterKeySource current;
    private final Map<String, MasterKeySource> byId;

    MasterKeys(MasterKeySource current, Collection<? extends MasterKeySource> others) {
        this.current = current;
        Map<String, MasterKeySource> known = new LinkedHashMap<>();
        known.put(current.id(), current);
        others.forEach(other -> known.putIfAbsent(other.id(), other));
        byId = known;
    }

    static MasterKeys only(MasterKeySource key) {
        return new MasterKeys(key, List.of());
    }

    /// The environment's, or else the file's.
    ///
    /// @param environment the value of a variable, null when it is not set
    /// @return empty when there is none yet
    /// @throws IllegalArgumentException when a key is malformed or its file can be read by others
    static Optional<MasterKeys> load(UnaryOperator<@Nullable String> environment, KeyFolder folder) throws IOException {
        Optional<MasterKeySource> named = variable(environment, CURRENT);
        Optional<MasterKey> filed = folder.current();
        List<MasterKeySource> others = new ArrayList<>(folder.old());
        filed.ifPresent(others::add);
        folder.begun().ifPresent(others::add);
        variable(environment, NEXT).ifPresent(others::add);
        others.addAll(former(environment));
        return named.or(() -> filed).map(key -> new MasterKeys(key, others));
    }

    /// A key that a variable names; empty when it is not set.
    static Optional<MasterKeySource> variable(UnaryOperator<@Nullable String> environment, String name) {
        String text = environment.apply(name);
        return text == null || text.isBlank()
                ? Optional.empty()
                : Optional.of(MasterKeySources.of(text.strip(), "the environment variable " + name));
    }

    private static List<MasterKeySource> former(UnaryOperator<@Nullable String> environment) {
        String text = environment.apply(FORMER);
        return Stream.of(text == null ? new String[0] : text.split(",", -1))
                .map(String::strip)
                .filter(one -> !one.isEmpty())
                .map(one -> MasterKeySources.of(one, "the environment variable " + FORMER))
                .toList();
    }

    /// The one that wraps now.
    MasterKeySource current() {
        return current;
    }

    /// Every one that can unwrap.
    List<MasterKeySource> all() {
        return List.copyOf(byId.values());
    }

    /// @throws MasterKeyException when it fails or is not here; the message says what is and where
    byte[] unwrap(KeyRow row) {
        MasterKeySource key = byId.get(row.masterKey());
        if (key == null) {
            throw new MasterKeyException.Refused("the " + row.context() + " is wrapped by the master key "
                    + row.masterKey() + ", which is not here. Here "
                    + all().stream().map(one -> one.id() + " of " + one.place()).collect(Collectors.joining(", "))
                    + (byId.size() == 1 ? " is." : " are.")
                    + " Bring the file with that key back into the folder keys, or put it into " + CURRENT + " or "
                    + FORMER);
        }
        return key.unwrap(row.wrapped(), row.context());
    }
}
