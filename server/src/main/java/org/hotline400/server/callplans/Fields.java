package org.hotline400.server.callplans;

import java.time.DayOfWeek;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One JSON object of a plan document, read field by field. A field that is wrong leaves a finding and a harmless
/// stand-in, so that one reading finds everything; nothing of a document with an error is ever used.
final class Fields {
    private static final PromptName STAND_IN_PROMPT = new PromptName("none");
    static final StepName STAND_IN_STEP = new StepName("none");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final Pattern CLOCK = Pattern.compile("([01][0-9]|2[0-3]|24(?=:00)):([0-5][0-9])");

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

    List<PromptName> prompts(String name, boolean required) {
        if (!has(name) && !required) {
            return List.of();
        }
        return elements(name, PlanBounds.MAX_PROMPTS).stream()
                .map(element -> prompt(element.node(), element.field()))
                .toList();
    }

    List<PromptName> promptsOr(String name, PromptName otherwise) {
        return has(name) ? prompts(name, true) : List.of(otherwise);
    }

    private PromptName prompt(JsonNode node, String field) {
        try {
            return new PromptName(node.isString() ? node.asString() : "");
        } catch (IllegalArgumentException e) {
            error(field, "plan.prompt-name-malformed", String.valueOf(e.getMessage()));
            return STAND_IN_PROMPT;
        }
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

    Map<Character, StepName> keys(String name) {
        var keys = new TreeMap<Character, StepName>();
        var members = members(name);
        members.forEach((key, to) -> {
            var field = name + "/" + key;
            if (!isKey(key)) {
                error(field, "plan.key-unknown", "a key is one of 0-9, * and #");
            } else if (!to.isString()) {
                error(field, "plan.not-a-text", "this wants the name of a step");
            } else {
                keys.put(key.charAt(0), stepName(to.asString(), field).orElse(STAND_IN_STEP));
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

    Set<DayOfWeek> days(String name) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        for (var element : elements(name, DAYS.size())) {
            int index = DAYS.indexOf(element.node().isString() ? element.node().asString() : "");
            if (index < 0) {
                error(element.field(), "plan.day-unknown", "a day is one of " + String.join(", ", DAYS));
            } else {
                days.add(DayOfWeek.of(index + 1));
            }
        }
        return days;
    }

    /// The minute of the day, 0 to 1440; empty when it is none.
    OptionalInt clock(String name) {
        var text = text(name);
        var match = CLOCK.matcher(text);
        if (match.matches()) {
            return OptionalInt.of(Integer.parseInt(match.group(1)) * 60 + Integer.parseInt(match.group(2)));
        }
        if (!text.isEmpty()) {
            error(name, "plan.time-malformed", "a time is written HH:MM, from 00:00 to 24:00");
        }
        return OptionalInt.empty();
    }

    private record Element(JsonNode node, String field) {}

    /// The elements of a list that is not empty.
    private List<Element> elements(String name, int most) {
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

    private @Nullable JsonNode find(String name) {
        known.add(name);
        var child = node.get(name);
        return child == null || child.isNull() ? null : child;
    }

    void error(String name, String code, String message) {
        findings.error(at(name), code, message);
    }

    private String at(String name) {
        return path + "/" + name;
    }
}
