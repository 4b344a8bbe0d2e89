package org.hotline400.server.ledger;

import java.time.Instant;
import java.util.List;

/// All accounts added up, those of customers by purpose: in each unit debits equal credits.
///
/// @param before entries that count from this instant on are left out
public record TrialBalance(Instant before, List<Line> lines) {
    public TrialBalance {
        lines = List.copyOf(lines);
    }

    /// @param account a platform account's code, or `customers/` with the beginning of the purpose: `customers/funds`
    public record Line(String account, Unit unit, long debits, long credits) {

        /// Credits less debits.
        public long balance() {
            return credits - debits;
        }
    }
}
