package org.hotline400.server.web;

import org.jspecify.annotations.Nullable;

/// A controller's refusal: ends the request with this problem.
public final class ProblemException extends RuntimeException {
    private final transient Problem problem;
    private final @Nullable String detail;

    public ProblemException(Problem problem) {
        super(problem.code(), null, false, false);
        this.problem = problem;
        this.detail = null;
    }

    /// @param detail instead of the problem's own text: what is the matter in this case
    public ProblemException(Problem problem, String detail) {
        super(problem.code() + ": " + detail, null, false, false);
        this.problem = problem;
        this.detail = detail;
    }

    public Problem problem() {
        return problem;
    }

    @Nullable
    String detail() {
        return detail;
    }
}
