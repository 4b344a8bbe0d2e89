package org.hotline400.server.web;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A controller's refusal: ends the request with this problem.
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final @Nullable String detail;
    private final @Nullable Duration retryAfter;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = null;
        this.retryAfter = null;
    }

    /// @param retryAfter when another try is worth it, for `Retry-After` (RFC 9110 §10.2.3)
    public ProblemException(Problem problem, Duration retryAfter) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = null;
        this.retryAfter = retryAfter;
    }

    /// @param detail instead of the problem's own text: what is the matter in this case
    public ProblemException(Problem problem, String detail) {
        super(problem.code() + ": " + detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
        this.retryAfter = null;
    }

    public Problem problem() {
        return problem;
    }

    @Nullable
    String detail() {
        return detail;
    }

    Optional<Duration> retryAfter() {
        return Optional.ofNullable(retryAfter);
    }
}
