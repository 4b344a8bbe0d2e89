package org.hotline400.server.callplans;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotline400.server.lists.ListName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One JSON object of a plan document, read field by field. A field that is wrong leaves a finding and a harmless
/// stand-in, so that one reading finds everything; nothing of a document with an error is ever used.
final class Fields {
    static final StepName STAND_IN_STEP = new StepName("none");
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_DIGITS = 30;

    private final JsonNode node;
    private final String path;
    private final PlanBounds bounds;
    private final Findings findings;
    private final Set<String> known = new HashSet<>();

    Fields(JsonNode node, String path, PlanBounds bounds, Findings findings) {
        this.path = path;
        this.bounds = bounds;
        this.findings = findings;
        if (!node.isObject()) {
            findings.error(path, "plan.not-an-object", "this is a JSON object {…}");
        }
        this.node = node.isObject() ? node : JsonNodeFactory.instance.objectNode();
    }

    PlanBounds bounds() {
        return bounds;
    }

    /// Complains about every field that nobody asked for.
    void done() {
        node.properties().stream()
                .map(Map.Entry::getKey)
                .filter(name -> !known.contains(name))
                .forEach(name -> error(
                        name,
                        "plan.field-unknown",
                        "there is no such field here; known are "
                                + known.stream().sorted().collect(Collectors.joining(", "))));
    }

    /// A part of this object; an absent one reads as empty, so that its fields take their defaults.
    <T> T object(String name, Function<Fields, T> reader) {
        var child = find(name);
        return read(child == null ? JsonNodeFactory.instance.objectNode() : child, name, reader);
    }

    /// The members of an object, each by its name.
    Map<String, JsonNode> members(String name) {
        var child = find(name);
        if (child == null || !child.isObject()) {
            error(name, child == null ? "plan.field-missing" : "plan.not-an-object", "this is a JSON object {…}");
            return Map.of();
        }
        return child.properties().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, TreeMap::new));
    }

    <T> T read(JsonNode child, String name, Function<Fields, T> reader) {
        var fields = new Fields(child, at(name), bounds, findings);
        var value = reader.apply(fields);
        fields.done();
        return value;
    }

    String text(String name) {
        var child = find(name);
        if (child == null || !child.isString()) {
            error(name, child == null ? "plan.field-missing" : "plan.not-a-text", "this wants a text in quotes");
            return "";
        }
        return child.asString();
    }

    boolean has(String name) {
        return find(name) != null;
    }

    boolean flag(String name, boolean otherwise) {
        var child = find(name);
        if (child == null) {
            return otherwise;
        }
        if (!child.isBoolean()) {
            error(name, "plan.not-a-flag", "this is true or false");
            return otherwise;
        }
        return child.asBoolean();
    }

    int number(String name, int otherwise, int least, int most) {
        var child = find(name);
        if (child == null) {
            return otherwise;
        }
        if (!child.isIntegralNumber() || !child.canConvertToInt() || child.asInt() < least || child.asInt() > most) {
            error(name, "plan.out-of-range", "this is a whole number from " + least + " to " + most);
            return otherwise;
        }
        return child.asInt();
    }

    Duration seconds(String name, int otherwise, int least, int most) {
        return Duration.ofSeconds(number(name, otherwise, least, most));
    }

    Duration ringTime(String name, Duration otherwise) {
        int least = (int) bounds.shortestRing().toSeconds();
        int most = (int) bounds.longestRing().toSeconds();
        return seconds(name, (int) otherwise.toSeconds(), least, most);
    }

    <T> T choice(String name, T[] values, Function<T, String> code, T otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var text = text(name);
        for (var value : values) {
            if (code.apply(value).equals(text)) {
                return value;
            }
        }
        error(
                name,
                "plan.choice-unknown",
                "this is one of " + Arrays.stream(values).map(code).collect(Collectors.joining(", ")));
        return otherwise;
    }

    StepName step(String name) {
        return stepName(text(name), name).orElse(STAND_IN_STEP);
    }

    @Nullable
    StepName optionalStep(String name) {
        return has(name) ? step(name) : null;
    }

    Optional<StepName> stepName(String text, String field) {
        if (StepName.isValid(text)) {
            return Optional.of(new StepName(text));
        }
        if (!text.isEmpty()) {
            error(
                    field,
                    "plan.step-name-malformed",
                    "a step name is lower-case words joined by hyphens, such as \"region-menu\"");
        }
        return Optional.empty();
    }

    Optional<ListName> list(String name) {
        var text = text(name);
        try {
            return Optional.of(new ListName(text));
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                error(name, "plan.list-name-malformed", String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
    }

    /// Lists of callers; none when the field is absent.
    List<ListName> lists(String name) {
        var lists = new ArrayList<ListName>();
        textsIn(name).forEach(text -> {
            try {
                lists.add(new ListName(text));
            } catch (IllegalArgumentException e) {
                error(name, "plan.list-name-malformed", String.valueOf(e.getMessage()));
            }
        });
        return lists;
    }

    /// Texts; none when the field is absent.
    List<String> textsIn(String name) {
        if (!has(name)) {
            return List.of();
        }
        return elements(name, PlanBounds.MAX_TEXTS).stream()
                .map(element -> shortText(element.node(), element.field()))
                .filter(text -> !text.isEmpty())
                .toList();
    }

    private String shortText(JsonNode node, String field) {
        var text = node.isString() ? node.asString().strip() : "";
        if (text.isEmpty() || text.length() > MOST_CHARACTERS) {
            error(field, "plan.not-a-text", "this wants a text of 1 to " + MOST_CHARACTERS + " characters");
            return "";
        }
        return text;
    }

    /// Several of a choice; none when the field is absent.
    <T> Set<T> choices(String name, T[] values, Function<T, String> code) {
        var chosen = new LinkedHashSet<T>();
        for (var text : textsIn(name)) {
            Arrays.stream(values)
                    .filter(value -> code.apply(value).equals(text))
                    .findFirst()
                    .ifPresentOrElse(
                            chosen::add,
                            () -> error(
                                    name,
                                    "plan.choice-unknown",
                                    "each is one of "
                                            + Arrays.stream(values).map(code).collect(Collectors.joining(", "))));
        }
        return chosen;
    }

    /// Null when the field is absent or no number.
    @Nullable
    BigDecimal decimal(String name) {
        var child = find(name);
        if (child == null) {
            return null;
        }
        if (!child.isNumber() || child.asString().length() > MOST_DIGITS || !Double.isFinite(child.doubleValue())) {
            error(name, "plan.not-a-number", "this is a number");
            return null;
        }
        return child.decimalValue();
    }

    char key(String name, char otherwise) {
        if (!has(name)) {
            return otherwise;
        }
        var text = text(name);
        if (isKey(text)) {
            return text.charAt(0);
        }
        error(name, "plan.key-unknown", "a key is one of 0-9, * and #");
        return otherwise;
    }

    Map<Character, Menu.Key> keys(String name) {
        var keys = new TreeMap<Character, Menu.Key>();
        var members = members(name);
        members.forEach((key, to) -> {
            var field = name + "/" + key;
            if (!isKey(key)) {
                error(field, "plan.key-unknown", "a key is one of 0-9, * and #");
            } else if (to.isObject()) {
                keys.put(key.charAt(0), read(to, field, Menu.Key::read));
            } else if (to.isString()) {
                keys.put(
                        key.charAt(0),
                        new Menu.Key(stepName(to.asString(), field).orElse(STAND_IN_STEP), null));
            } else {
                error(field, "plan.not-a-text", "this wants the name of a step, or {\"to\": …, \"language\": …}");
            }
        });
        if (members.isEmpty() && has(name)) {
            error(name, "plan.menu-without-keys", "a menu wants at least one key");
        }
        return keys;
    }

    private static boolean isKey(String text) {
        return text.length() == 1 && "0123456789*#".contains(text);
    }

    /// A list of objects; those that turn out useless are left out.
    <T> List<T> objects(String name, int most, Function<Fields, Optional<T>> reader) {
        return elements(name, most).stream()
                .flatMap(element -> read(element.node(), element.field(), reader).stream())
                .toList();
    }

    record Element(JsonNode node, String field) {}

    /// The elements of a list that is not empty.
    List<Element> elements(String name, int most) {
        var child = find(name);
        if (child == null || !child.isArray()) {
            error(name, child == null ? "plan.field-missing" : "plan.not-a-list", "this is a list […]");
            return List.of();
        }
        if (child.isEmpty()) {
            error(name, "plan.list-empty", "this wants at least one element");
        }
        if (child.size() > most) {
            error(name, "plan.too-many", "at most " + most + " here, found " + child.size());
        }
        var elements = new ArrayList<Element>();
        for (int i = 0; i < Math.min(child.size(), most); i++) {
            elements.add(new Element(child.get(i), name + "/" + i));
        }
        return elements;
    }

    @Nullable
    JsonNode find(String name) {
        known.add(name);
        var child = node.get(name);
        return child == null || child.isNull() ? null : child;
    }

    void warning(String name, String code, String message) {
        findings.warning(at(name), code, message);
    }

    void error(String name, String code, String message) {
        findings.error(at(name), code, message);
    }

    private String at(String name) {
        return path + "/" + name;
    }
}
