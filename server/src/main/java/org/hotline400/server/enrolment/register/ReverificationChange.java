package org.hotline400.server.enrolment.register;

/// What became of a wish to confirm or check.
public sealed interface ReverificationChange {

    record Done(Reverification reverification) implements ReverificationChange {}

    /// It was like this already: the same request a second time.
    record AsBefore(Reverification reverification) implements ReverificationChange {}

    /// There is none, as far as the caller may see.
    record Unknown() implements ReverificationChange {}

    /// It cannot happen in this state.
    record Impossible(Reverification now) implements ReverificationChange {}
}
