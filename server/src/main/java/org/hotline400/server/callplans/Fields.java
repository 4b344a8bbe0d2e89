package org.hotline400.server.callplans;

import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.hotline400.server.lists.ListName;
import org.hotline400.server.prompts.PromptName;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/// One JSON object of a plan document, read field by field. A field that is wrong leaves a finding and a harmless
/// stand-in, so that one reading finds everything; nothing of a document with an error is ever used.
final class Fields {
    private static final PromptName STAND_IN_PROMPT = new PromptName("none");
    static final StepName STAND_IN_STEP = new StepName("none");
    private static final VariableName STAND_IN_VARIABLE = new VariableName("none");
    private static final int MOST_CHARACTERS = 64;
    private static final int MOST_DIGITS = 30;
    private static final Pattern HOST = Pattern.compile("https?://[A-Za-z0-9.\\[\\]:-]+[/?#]");
    private static final List<String> DAYS = List.of("mon", "tue", "wed", "thu", "fri", "sat", "sun");
    private static final String HOLIDAY = "holiday";
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

    List<Phrase> phrases(String name, boolean required) {
        if (!has(name) && !required) {
            return List.of();
        }
        return elements(name, PlanBounds.MAX_PROMPTS).stream()
                .map(element -> phrase(element.node(), element.field()))
                .toList();
    }

    private Phrase phrase(JsonNode node, String field) {
        if (!node.isObject()) {
            return new Phrase.Recorded(prompt(node, field));
        }
        return read(
                node,
                field,
                fields -> new Phrase.Spoken(
                        fields.choice("say", Phrase.Manner.values(), Phrase.Manner::code, Phrase.Manner.DIGITS),
                        fields.template("value")));
    }

    /// A text with variables in it.
    Template template(String name) {
        return template(text(name), name);
    }

    private Template template(String text, String field) {
        if (text.length() > PlanBounds.MAX_TEXT) {
            error(field, "plan.text-too-long", "at most " + PlanBounds.MAX_TEXT + " characters here");
            return Template.of("");
        }
        try {
            return Template.of(text);
        } catch (IllegalArgumentException e) {
            error(field, "plan.variable-malformed", String.valueOf(e.getMessage()));
            return Template.of("");
        }
    }

    /// Texts with variables in them, each by the name of the variable it is for.
    Map<VariableName, Template> templates(String name) {
        var templates = new LinkedHashMap<VariableName, Template>();
        strings(name).forEach((key, text) ->
                settable(key, name + "/" + key).ifPresent(variable -> templates.put(variable, template(text, name + "/" + key))));
        return templates;
    }

    Map<String, Template> namedTemplates(String name) {
        var templates = new LinkedHashMap<String, Template>();
        strings(name).forEach((key, text) -> templates.put(key, template(text, name + "/" + key)));
        return templates;
    }

    Map<VariableName, String> values(String name) {
        var values = new LinkedHashMap<VariableName, String>();
        strings(name).forEach((key, text) ->
                settable(key, name + "/" + key).ifPresent(variable -> values.put(variable, text)));
        return values;
    }

    Map<VariableName, JsonPointer> pointers(String name) {
        var pointers = new LinkedHashMap<VariableName, JsonPointer>();
        strings(name).forEach((key, text) -> settable(key, name + "/" + key).ifPresent(variable -> {
            try {
                pointers.put(variable, JsonPointer.compile(text));
            } catch (IllegalArgumentException e) {
                error(name + "/" + key, "plan.pointer-malformed", "this is a JSON pointer, such as /customer/grade");
            }
        }));
        return pointers;
    }

    private Map<String, String> strings(String name) {
        var members = members(name);
        if (members.size() > PlanBounds.MAX_VARIABLES) {
            error(name, "plan.too-many", "at most " + PlanBounds.MAX_VARIABLES + " here, found " + members.size());
            return Map.of();
        }
        var strings = new TreeMap<String, String>();
        members.forEach((key, value) -> {
            if (value.isString() || value.isNumber() || value.isBoolean()) {
                strings.put(key, value.asString());
            } else {
                error(name + "/" + key, "plan.not-a-text", "this wants a text in quotes");
            }
        });
        return strings;
    }

    /// An address whose host cannot be changed by what a variable holds.
    Template url(String name) {
        var template = template(name);
        var fixed = template.fixedStart();
        if (!template.text().isEmpty() && !HOST.matcher(fixed + (template.variables().isEmpty() ? "/" : "")).lookingAt()) {
            error(
                    name,
                    "plan.url-malformed",
                    "an address begins with http:// or https:// and a host without variables, such as"
                            + " https://crm.example.com/callers/${caller}");
        }
        return template;
    }

    /// A variable that is read.
    Optional<VariableName> variable(String name) {
        return variable(text(name), name);
    }

    /// A variable that is set.
    VariableName settable(String name) {
        return settable(text(name), name).orElse(STAND_IN_VARIABLE);
    }

    private Optional<VariableName> settable(String text, String field) {
        var variable = variable(text, field);
        if (variable.isPresent() && variable.get().isFact()) {
            error(field, "plan.variable-is-a-fact", "\"" + text + "\" is set by the platform; name another one");
            return Optional.empty();
        }
        return variable;
    }

    private Optional<VariableName> variable(String text, String field) {
        try {
            return Optional.of(new VariableName(text));
        } catch (IllegalArgumentException e) {
            if (!text.isEmpty()) {
                error(field, "plan.variable-malformed", String.valueOf(e.getMessage()));
            }
            return Optional.empty();
        }
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

    /// Tags, in the order written.
    List<String> tags(String name) {
        return textsIn(name);
    }

    /// Several of a choice; none when the field is absent.
    <T> Set<T> choices(String name, T[] values, Function<T, String> code) {
        var chosen = new LinkedHashSet<T>();
        for (var text : textsIn(name)) {
            Arrays.stream(values)
                    .filter(value -> code.apply(value).equals(text))
                    .findFirst()
                    .ifPresentOrElse(chosen::add, () -> error(
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
        if (!child.isNumber() || child.asString().length() > MOST_DIGITS) {
            error(name, "plan.not-a-number", "this is a number");
            return null;
        }
        return child.decimalValue();
    }

    PromptName promptName(String name) {
        var child = find(name);
        return child == null ? STAND_IN_PROMPT : prompt(child, name);
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

    /// @param holidays whether official days off are among them
    record Days(Set<DayOfWeek> days, boolean holidays) {}

    Days days(String name) {
        var days = EnumSet.noneOf(DayOfWeek.class);
        boolean holidays = false;
        for (var element : elements(name, DAYS.size() + 1)) {
            var text = element.node().isString() ? element.node().asString() : "";
            int index = DAYS.indexOf(text);
            if (text.equals(HOLIDAY)) {
                holidays = true;
            } else if (index < 0) {
                error(
                        element.field(),
                        "plan.day-unknown",
                        "a day is one of " + String.join(", ", DAYS) + ", " + HOLIDAY);
            } else {
                days.add(DayOfWeek.of(index + 1));
            }
        }
        return new Days(days, holidays);
    }

    DayOfWeek day(String name, DayOfWeek otherwise) {
        return choice(name, DayOfWeek.values(), day -> DAYS.get(day.getValue() - 1), otherwise);
    }

    /// Null when it is none, and was reported.
    @Nullable
    LocalDate date(String name) {
        var text = text(name);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            if (!text.isEmpty()) {
                error(name, "plan.date-malformed", "a date is written YYYY-MM-DD, such as 2026-10-01");
            }
            return null;
        }
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
