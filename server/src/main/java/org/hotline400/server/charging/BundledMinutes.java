package org.hotline400.server.charging;

import java.time.YearMonth;
import org.hotline400.server.charging.internal.MinutesGrants;
import org.hotline400.server.tariffs.contracts.Contract;
import org.springframework.stereotype.Service;

/// The seconds that contracts bundle. A month's are there from a day before it begins on, by themselves; a contract
/// that began in a month that is over has none for it until somebody says so here. Runs in the caller's transaction.
@Service
public class BundledMinutes {
    private final MinutesGrants grants;

    BundledMinutes(MinutesGrants grants) {
        this.grants = grants;
    }

    /// Grants what a contract bundles in a month, this one or the last, once: for records of its calls that come late.
    /// Those of a month that is over expire within minutes after calls are settled.
    public void grant(Contract contract, YearMonth month) {
        grants.grant(contract, month);
    }
}
