package org.hotline400.server.charging;

import java.time.Instant;
import java.time.LocalDate;
import org.hotline400.server.kernel.CallId;
import org.hotline400.server.kernel.HotlineNumber;
import org.hotline400.server.kernel.Money;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.tariffs.Component;
import org.hotline400.server.tariffs.contracts.ContractId;

/// What one component of a call came to in one month. A talk over the end of a month is two of these; an increment
/// belongs to the month in which it begins.
///
/// @param leg counts the components of the call from 1
/// @param target whom it led to; empty for the platform's own
/// @param from when it began to count
/// @param month its first day
/// @param seconds that it lasted, a begun one in full
/// @param charged seconds in whole increments
/// @param covered of them, by bundled minutes
/// @param cost to the micro-yuan
/// @param unsecured of the cost, what the account could not give
public record RatedLeg(
        CallId call,
        int leg,
        TenantId tenant,
        ContractId contract,
        HotlineNumber number,
        Component component,
        String target,
        Instant from,
        LocalDate month,
        long seconds,
        long charged,
        long covered,
        Money cost,
        Money unsecured) {}
