package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What differs between two plan documents: settings, steps and their parts, not lines of text.
public final class PlanDifference {
    private static final JsonMapper JSON = new JsonMapper();

    private final List<Change> changes = new ArrayList<>();

    private PlanDifference() {}

    /// One difference.
    ///
    /// @param path of the part, as a JSON pointer
    /// @param before null when it was added
    /// @param after null when it was removed
    public record Change(
            Kind kind,
            String path,
            @Nullable JsonNode before,
            @Nullable JsonNode after,
            Words words) {}

    public enum Kind {
        ADDED,
        REMOVED,
        CHANGED
    }

    /// In the order of the documents.
    ///
    /// @throws IllegalArgumentException when one of them is no JSON
    public static List<Change> between(String before, String after) {
        var difference = new PlanDifference();
        difference.compare("", tree(before), tree(after));
        return difference.changes;
    }

    private static JsonNode tree(String document) {
        try {
            return JSON.readTree(document);
        } catch (JacksonException e) {
            throw new IllegalArgumentException("is no JSON document: " + e.getOriginalMessage(), e);
        }
    }

    private void compare(String path, JsonNode before, JsonNode after) {
        if (before.isObject() && after.isObject()) {
            members(path, before, after);
        } else if (isListOfObjects(before) && isListOfObjects(after)) {
            elements(path, before, after);
        } else if (!before.equals(after)) {
            note(Kind.CHANGED, path, before, after);
        }
    }

    /// Lists of names are compared as one thing: their order is their meaning.
    private static boolean isListOfObjects(JsonNode node) {
        return node.isArray() && !node.isEmpty() && node.valueStream().allMatch(JsonNode::isObject);
    }

    private void members(String path, JsonNode before, JsonNode after) {
        var names = new LinkedHashSet<>(before.propertyNames());
        names.addAll(after.propertyNames());
        for (var name : names) {
            part(path + "/" + name.replace("~", "~0").replace("/", "~1"), before.get(name), after.get(name));
        }
    }

    private void elements(String path, JsonNode before, JsonNode after) {
        for (int i = 0; i < Math.max(before.size(), after.size()); i++) {
            part(path + "/" + i, before.get(i), after.get(i));
        }
    }

    private void part(String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        if (before != null && after != null) {
            compare(path, before, after);
        } else {
            note(before == null ? Kind.ADDED : Kind.REMOVED, path, before, after);
        }
    }

    private void note(Kind kind, String path, @Nullable JsonNode before, @Nullable JsonNode after) {
        changes.add(new Change(kind, path, before, after, PlanChangeWords.of(kind, path, before, after)));
    }
}
