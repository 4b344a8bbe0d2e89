package org.hotline400.server.calls;

/// The plan asked for something that cannot be done: a prompt that is gone, a step that is not there.
final class PlanFailedException extends RuntimeException {
    PlanFailedException(String message) {
        super(message);
    }

    /// What of a failure may be told to the plan's author.
    static String said(RuntimeException e) {
        return e instanceof PlanFailedException ? String.valueOf(e.getMessage()) : "an error in the platform";
    }
}
