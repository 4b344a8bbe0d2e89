package org.hotline400.server.web;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.hotline400.server.kernel.Violation;
import org.jspecify.annotations.Nullable;

/// A controller's refusal: ends the request with this problem.
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;
    private final transient List<Violation> violations;

    public ProblemException(Problem problem) {
        this(problem, List.of());
    }

    /// @param violations everything that is wrong with what was sent before and is acted on now
    public ProblemException(Problem problem, List<Violation> violations) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = null;
        this.retryAfter = null;
        this.violations = List.copyOf(violations);
    }

    /// @param retryAfter when another try is worth it, for `Retry-After` (RFC 9110 §10.2.3)
    public ProblemException(Problem problem, Duration retryAfter) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = null;
        this.retryAfter = retryAfter;
        this.violations = List.of();
    }

    /// @param detail instead of the problem's own text: what is the matter in this case
    public ProblemException(Problem problem, String detail) {
        super(problem.code() + ": " + detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
        this.retryAfter = null;
        this.violations = List.of();
    }

    public Problem problem() {
        return problem;
    }

    @Nullable
    String detail() {
        return detail;
    }

    List<Violation> violations() {
        return violations;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
