package org.hotline400.server.tariffs;

/// What becomes of bundled minutes that were not used in their month.
public sealed interface UnusedMinutes {

    /// They are gone.
    record Expire() implements UnusedMinutes {}

    /// The rent of the unused share is credited at the end of the month: unused × rent / minutes.
    record PayByUse() implements UnusedMinutes {}

    /// They last some months longer, and are used before newer ones.
    ///
    /// @param months 1 to 12
    record CarryOver(int months) implements UnusedMinutes {
        public CarryOver {
            if (months < 1 || months > 12) {
                throw new IllegalArgumentException("minutes are carried over for 1 to 12 months; was " + months);
            }
        }
    }
}
