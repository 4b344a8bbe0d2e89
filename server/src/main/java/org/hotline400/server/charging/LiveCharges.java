package org.hotline400.server.charging;

import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.springframework.stereotype.Service;

/// How a customer stands at this moment, calls that are going on included.
@Service
public class LiveCharges {

    /// How a customer stands.
    ///
    /// @param balance what is on the account
    /// @param reserved of it, by calls that are going on or were not settled yet
    /// @param minutes bundled seconds of this month that are left, reserved ones taken off
    /// @param monthCost of this month's settled calls
    /// @param calls that are going on and are charged
    public record Standing(TenantId tenant, Money balance, Money reserved, long minutes, Money monthCost, int calls) {}

    /// Runs in the caller's transaction.
    public Standing of(TenantId tenant) {
        throw new UnsupportedOperationException();
    }
}
