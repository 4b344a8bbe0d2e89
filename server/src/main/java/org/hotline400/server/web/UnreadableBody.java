package org.hotline400.server.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.Violation;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

/// Says which field of a body cannot be read, and what would be right.
final class UnreadableBody {
    private UnreadableBody() {}

    /// Empty when the body is no JSON at all.
    static Optional<Violation> of(@Nullable Throwable cause) {
        return switch (cause) {
            case UnrecognizedPropertyException unknown ->
                Optional.of(new Violation(
                        path(unknown.getPath()), "unknown", "is no field here; there are " + known(unknown)));
            case MismatchedInputException wrong
            when !wrong.getPath().isEmpty() ->
                Optional.of(new Violation(path(wrong.getPath()), "wrong-kind", "has a value of another kind"));
            case null, default -> Optional.empty();
        };
    }

    private static String known(UnrecognizedPropertyException unknown) {
        return unknown.getKnownPropertyIds().stream()
                .map(String::valueOf)
                .sorted()
                .collect(Collectors.joining(", "));
    }

    /// `steps[2].target`.
    private static String path(List<JacksonException.Reference> references) {
        var out = new StringBuilder();
        for (var reference : references) {
            String name = reference.getPropertyName();
            if (name == null) {
                out.append('[').append(reference.getIndex()).append(']');
            } else {
                out.append(out.isEmpty() ? "" : ".").append(name);
            }
        }
        return out.toString();
    }
}
