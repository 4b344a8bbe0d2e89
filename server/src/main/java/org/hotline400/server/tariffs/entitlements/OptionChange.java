package org.hotline400.server.tariffs.entitlements;

import java.util.List;

/// What became of a wish to buy or to drop an option.
public sealed interface OptionChange {

    record Done(BoughtOption option) implements OptionChange {}

    /// The very same was done before.
    record AsBefore(BoughtOption option) implements OptionChange {}

    /// The number has no contract today: nothing is sold beside it.
    record NoContract() implements OptionChange {}

    /// The package has it anyway.
    record Included() implements OptionChange {}

    /// The package has no such option.
    record NotOffered() implements OptionChange {}

    /// It was not bought, or is dropped already.
    record NotBought() implements OptionChange {}

    /// The key stood for something else before.
    record KeyUsed() implements OptionChange {}

    /// The number's live plan uses it.
    ///
    /// @param paths where, as JSON pointers
    record InUse(List<String> paths) implements OptionChange {
        public InUse {
            paths = List.copyOf(paths);
        }
    }
}
