package org.hotline400.server.kernel;

import java.util.UUID;

/// An enterprise that rents numbers here, or the operator itself.
public record TenantId(UUID value) {

    /// The operator's own tenant: it holds what belongs to no enterprise, such as calls to numbers that
    /// nobody has.
    public static final TenantId OPERATOR = new TenantId(new UUID(0, 0));

    public static TenantId of(String text) {
        return new TenantId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
