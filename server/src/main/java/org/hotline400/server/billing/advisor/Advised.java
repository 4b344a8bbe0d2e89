package org.hotline400.server.billing.advisor;

/// What became of the wish for advice.
public sealed interface Advised {

    record Done(Advice advice) implements Advised {}

    /// The contract's first day is not over: there is nothing to replay.
    record TooEarly() implements Advised {}
}
