package org.hotline400.server.charging;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;
import org.springframework.stereotype.Service;

/// What calls came to. Every method runs in the caller's transaction and sees what that may see.
@Service
public class RatedCalls {

    /// A month's sum of a component.
    ///
    /// @param charged seconds in whole increments
    /// @param covered of them, by bundled minutes
    public record Total(ContractId contract, Component component, long legs, long charged, long covered, Money cost) {}

    /// Of some contracts in one month, in no order; what was not used is not there.
    ///
    /// @param month its first day
    public List<Total> totals(Collection<ContractId> contracts, LocalDate month) {
        throw new UnsupportedOperationException();
    }

    /// The legs of these calls, in the order of call and leg.
    public List<RatedLeg> legs(Collection<CallId> calls) {
        throw new UnsupportedOperationException();
    }
}
