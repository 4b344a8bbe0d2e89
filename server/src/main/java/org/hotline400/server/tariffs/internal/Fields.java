package org.hotline400.server.tariffs.internal;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Checks.Checked;
import org.hotline400.server.kernel.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// An object in a document of packages, read field by field: whatever is wrong is noted with its path.
final class Fields {
    private static final String CODE = "tariffs.malformed";

    private final String path;
    private final JsonNode node;
    private final Checks checks;
    private final Set<String> known = new TreeSet<>();

    private Fields(String path, JsonNode node, Checks checks) {
        this.path = path;
        this.node = node;
        this.checks = checks;
    }

    /// Empty, and noted, when it is no object.
    static Optional<Fields> of(String path, JsonNode node, Checks checks) {
        if (node.isObject()) {
            return Optional.of(new Fields(path, node, checks));
        }
        checks.add(path, CODE, "is an object with fields", "应为对象。");
        return Optional.empty();
    }

    String path() {
        return path;
    }

    String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    Checks checks() {
        return checks;
    }

    void fault(String name, String code, String english, String chinese) {
        checks.add(path(name), code, english, chinese);
    }

    boolean has(String name) {
        return present(name) != null;
    }

    private @Nullable JsonNode present(String name) {
        known.add(name);
        var value = node.get(name);
        return value == null || value.isNull() ? null : value;
    }

    /// A value that must be there.
    <V> Checked<V> read(String name, Function<String, V> parse) {
        return checks.read(path(name), CODE, present(name), value -> parse.apply(text(value)));
    }

    <V> Optional<V> readIfPresent(String name, Function<String, V> parse) {
        return checks.readIfPresent(path(name), CODE, present(name), value -> parse.apply(text(value)));
    }

    /// An object that may be missing.
    Optional<Fields> object(String name) {
        var value = present(name);
        return value == null ? Optional.empty() : of(path(name), value, checks);
    }

    /// The objects of a list; none when it is missing.
    List<Fields> objects(String name) {
        var read = new ArrayList<Fields>();
        var items = items(name);
        for (int i = 0; i < items.size(); i++) {
            of(path(name) + "[" + i + "]", items.get(i), checks).ifPresent(read::add);
        }
        return read;
    }

    /// The values of a list; none when it is missing.
    <V> List<V> values(String name, Function<String, V> parse) {
        var read = new ArrayList<V>();
        var items = items(name);
        for (int i = 0; i < items.size(); i++) {
            checks.read(path(name) + "[" + i + "]", CODE, items.get(i), item -> parse.apply(text(item)))
                    .value()
                    .ifPresent(read::add);
        }
        return read;
    }

    private List<JsonNode> items(String name) {
        var value = present(name);
        if (value == null) {
            return List.of();
        }
        if (!value.isArray()) {
            fault(name, CODE, "is a list", "应为列表。");
            return List.of();
        }
        return List.copyOf(value.values());
    }

    /// What stands under each name of an object: its fields are read by `read`, after the name was.
    ///
    /// @param key reads the name
    <K, V> Map<K, V> entries(String name, Function<String, K> key, Entry<V> read) {
        var all = new LinkedHashMap<K, V>();
        object(name)
                .ifPresent(object -> object.node.properties().forEach(property -> {
                    var wanted = checks.read(object.path(property.getKey()), CODE, property.getKey(), key)
                            .value();
                    var value = read.read(object.path(property.getKey()), property.getValue());
                    if (wanted.isPresent() && value.isPresent()) {
                        all.put(wanted.get(), value.get());
                    }
                }));
        return all;
    }

    /// Reads what stands under a name.
    @FunctionalInterface
    interface Entry<V> {
        Optional<V> read(String path, JsonNode value);
    }

    /// Notes every field that nobody has asked for.
    void nothingElse() {
        node.propertyNames().stream().filter(name -> !known.contains(name)).forEach(name -> {
            var fields = String.join(", ", known);
            fault(name, "tariffs.unknown-field", "is no field here; there are " + fields, "没有此字段，可用字段：" + fields);
        });
    }

    static String text(JsonNode value) {
        if (value.isNumber()) {
            return value.decimalValue().toPlainString();
        }
        if (value.isString() || value.isBoolean()) {
            return value.asString();
        }
        throw new IllegalArgumentException("is one value, no list and no object");
    }

    static int integer(String text) {
        try {
            return Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("is a whole number; was \"" + text + "\"", e);
        }
    }

    static boolean bool(String text) {
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw new IllegalArgumentException("is true or false; was \"" + text + "\"");
        };
    }

    /// An amount of 0 or more.
    static Money amount(String text) {
        var amount = Money.parse(text);
        if (amount.microYuan() < 0) {
            throw new IllegalArgumentException("is 0 or more; was " + amount);
        }
        return amount;
    }
}
