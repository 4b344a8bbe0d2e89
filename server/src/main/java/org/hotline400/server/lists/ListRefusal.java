package org.hotline400.server.lists;

import java.util.List;
import org.hotline400.server.kernel.HotlineNumber;

/// Why a change of lists was not made.
public sealed interface ListRefusal {
    /// There is no list of that name.
    record UnknownList() implements ListRefusal {}

    /// The list has no entry with that pattern.
    record UnknownEntry() implements ListRefusal {}

    /// The enterprise has a list of that name.
    record Taken() implements ListRefusal {}

    /// The live plans of these numbers name the list.
    record InUse(List<HotlineNumber> numbers) implements ListRefusal {
        public InUse {
            numbers = List.copyOf(numbers);
        }
    }

    /// The enterprise has as many lists as it may have.
    record TooManyLists(int most) implements ListRefusal {}

    /// The list, or the lists of the enterprise together, would have more entries than they may.
    record Full(int most) implements ListRefusal {}

    /// Only a grey list has PINs.
    record NotGrey() implements ListRefusal {}

    /// Somebody else is changing the list; in a moment it will do.
    record Busy() implements ListRefusal {}
}
