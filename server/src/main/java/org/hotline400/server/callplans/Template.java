package org.hotline400.server.callplans;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/// A text with variables in it: `Order ${order-number} of ${caller}`. A variable that was never set reads as nothing.
public final class Template {
    private static final Pattern HOLE = Pattern.compile("\\$\\{([^}]*)}");

    private final String text;
    private final List<Part> parts;

    private sealed interface Part {
        record Fixed(String text) implements Part {}

        record Hole(VariableName variable) implements Part {}
    }

    private Template(String text, List<Part> parts) {
        this.text = text;
        this.parts = List.copyOf(parts);
    }

    /// @throws IllegalArgumentException when what stands in `${…}` is no name of a variable
    public static Template of(String text) {
        var parts = new ArrayList<Part>();
        var holes = HOLE.matcher(text);
        int from = 0;
        while (holes.find()) {
            if (holes.start() > from) {
                parts.add(new Part.Fixed(text.substring(from, holes.start())));
            }
            parts.add(new Part.Hole(new VariableName(holes.group(1))));
            from = holes.end();
        }
        if (from < text.length()) {
            parts.add(new Part.Fixed(text.substring(from)));
        }
        return new Template(text, parts);
    }

    /// The text with its variables' values.
    public String fill(Function<VariableName, String> values) {
        return fill(values, UnaryOperator.identity());
    }

    /// @param guard makes each value harmless where it stands, say in a URL
    public String fill(Function<VariableName, String> values, UnaryOperator<String> guard) {
        var filled = new StringBuilder();
        for (var part : parts) {
            switch (part) {
                case Part.Fixed fixed -> filled.append(fixed.text());
                case Part.Hole hole -> filled.append(guard.apply(values.apply(hole.variable())));
            }
        }
        return filled.toString();
    }

    /// The variables it names.
    public List<VariableName> variables() {
        return parts.stream()
                .flatMap(part -> part instanceof Part.Hole hole
                        ? List.of(hole.variable()).stream()
                        : List.<VariableName>of().stream())
                .toList();
    }

    /// What stands before the first variable.
    String fixedStart() {
        return !parts.isEmpty() && parts.getFirst() instanceof Part.Fixed fixed ? fixed.text() : "";
    }

    /// As written.
    public String text() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Template template && template.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }
}
