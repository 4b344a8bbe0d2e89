package org.hotline400.server.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Turns the raw fields of one input into values and gathers everything that is wrong with them.
///
/// ```java
/// var checks = new Checks();
/// var number = checks.read("number", "numbers.malformed", body.number(), HotlineNumber::parse);
/// var name = checks.read("name", "tenants.name", body.name(), TenantName::new);
/// checks.done();   // throws InvalidInputException with all violations
/// tenants.create(number.get(), name.get());
/// ```
public final class Checks {
    private final List<Violation> violations = new ArrayList<>();

    /// Reads a field that must be there.
    ///
    /// @param parse throws `IllegalArgumentException` with a message for the sender
    public <R, V> Checked<V> read(String field, String code, @Nullable R raw, Function<R, V> parse) {
        if (raw == null) {
            add(field, "missing", "is required", "必填。");
            return new Checked<>(Optional.empty());
        }
        try {
            return new Checked<>(Optional.of(parse.apply(raw)));
        } catch (IllegalArgumentException e) {
            violations.add(violation(field, code, e));
            return new Checked<>(Optional.empty());
        }
    }

    private static Violation violation(String field, String code, IllegalArgumentException e) {
        var chinese = e instanceof MistakeException mistake ? Optional.of(mistake.chinese()) : Optional.<String>empty();
        return new Violation(field, code, String.valueOf(e.getMessage()), chinese);
    }

    /// Reads a field that may be absent.
    public <R, V> Optional<V> readIfPresent(String field, String code, @Nullable R raw, Function<R, V> parse) {
        return raw == null ? Optional.empty() : read(field, code, raw, parse).value();
    }

    /// Notes a violation found otherwise.
    public void add(String field, String code, String message) {
        violations.add(new Violation(field, code, message));
    }

    /// Notes a violation for readers of both languages.
    public void add(String field, String code, String english, String chinese) {
        violations.add(new Violation(field, code, english, Optional.of(chinese)));
    }

    /// Ends the reading.
    ///
    /// @throws InvalidInputException when anything was wrong
    public void done() {
        if (!violations.isEmpty()) {
            throw new InvalidInputException(violations);
        }
    }

    /// A field that was read: there, unless [#done()] is going to throw.
    public record Checked<V>(Optional<V> value) {
        public V get() {
            return value.orElseThrow(() -> new IllegalStateException("checks.done() comes before the first get()"));
        }
    }
}
