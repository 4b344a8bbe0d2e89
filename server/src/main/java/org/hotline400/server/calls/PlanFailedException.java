package org.hotline400.server.calls;

/// The plan asked for something that cannot be done: a prompt that is gone, a step that is not there.
final class PlanFailedException extends RuntimeException {
    PlanFailedException(String message) {
        super(message);
    }
}
