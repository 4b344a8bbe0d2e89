package org.hotline400.server.kernel;

import java.util.List;
import java.util.stream.Collectors;

/// An input that cannot be understood, with everything that is wrong with it. The web edge answers 400.
public final class InvalidInputException extends RuntimeException {
    // Immutable, though its declared type does not say so.
    @SuppressWarnings("serial")
    private final List<Violation> violations;

    public InvalidInputException(List<Violation> violations) {
        super(violations.stream().map(one -> one.field() + ": " + one.message()).collect(Collectors.joining("; ")));
        if (violations.isEmpty()) {
            throw new IllegalArgumentException("an invalid input violates something");
        }
        this.violations = List.copyOf(violations);
    }

    /// At least one.
    public List<Violation> violations() {
        return violations;
    }
}
