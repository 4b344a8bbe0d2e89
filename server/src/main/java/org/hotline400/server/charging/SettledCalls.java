package org.hotline400.server.charging;

import java.time.Instant;
import org.hotline400.server.charging.internal.SettlementRows;
import org.springframework.stereotype.Service;

/// How far calls have been settled. Every method runs in the caller's transaction, which acts for the operator.
@Service
public class SettledCalls {
    private final SettlementRows rows;

    public SettledCalls(SettlementRows rows) {
        this.rows = rows;
    }

    /// Whether every call is settled that had begun before this moment: none of them is going on as far as the database
    /// knows, and all records that could be seen later than then are settled. A record that a node kept to itself
    /// because it died is not known of.
    public boolean until(Instant moment) {
        return rows.caughtUpAt().isAfter(moment) && !rows.isOpenBefore(moment);
    }
}
