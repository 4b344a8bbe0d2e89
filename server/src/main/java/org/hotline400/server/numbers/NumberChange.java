package org.hotline400.server.numbers;

import org.hotline400.server.kernel.HotlineNumber;

/// What became of an attempt to change a number's status.
public sealed interface NumberChange {

    /// It is done, and recorded.
    record Done(NumberInService number) implements NumberChange {}

    /// The platform does not know this number.
    record Unknown(HotlineNumber number) implements NumberChange {}

    /// This cannot happen to a number in this status.
    record Impossible(NumberInService number, NumberEvent event) implements NumberChange {}
}
