package org.hotline400.server.numbers;

import org.hotline400.server.kernel.TenantId;

/// Who changes a number, and why: kept with the change for good.
///
/// @param tenant for whom he acts; whoever acts for the operator may change every number
/// @param name of the person or the part of the platform
/// @param reason in plain words
public record Actor(TenantId tenant, String name, String reason) {
    public Actor {
        if (name.isBlank() || reason.isBlank() || reason.length() > 500) {
            throw new IllegalArgumentException("a change names who makes it and why, in 1 to 500 characters");
        }
    }

    /// Somebody of the operator, or the platform itself.
    public Actor(String name, String reason) {
        this(TenantId.OPERATOR, name, reason);
    }

    public boolean isOperator() {
        return tenant.equals(TenantId.OPERATOR);
    }

    /// Whether he may act for this tenant.
    public boolean mayActFor(TenantId holder) {
        return isOperator() || tenant.equals(holder);
    }
}
