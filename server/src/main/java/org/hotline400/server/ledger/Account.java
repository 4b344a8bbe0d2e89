package org.hotline400.server.ledger;

import org.hotline400.server.kernel.TenantId;

/// A customer's account, as it stands.
///
/// @param purpose such as `funds`, or `minutes/2026-11/…`: one account of a tenant for each
/// @param balance what is there, in its unit; what was debited less what was credited, negated
/// @param reserved of it, by holds
/// @param floor balance less reserved never falls below: 0 for prepaid, minus the credit limit for postpaid
public record Account(
        AccountId id, TenantId tenant, String purpose, Unit unit, long balance, long reserved, long floor) {

    /// What can still be held or posted; 0 where a floor was raised above what is there.
    public long available() {
        return Math.max(0, balance - reserved - floor);
    }
}
