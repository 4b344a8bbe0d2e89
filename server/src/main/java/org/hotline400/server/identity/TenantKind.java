package org.hotline400.server.identity;

import java.util.Arrays;
import java.util.Locale;

/// What a tenant is.
public enum TenantKind {
    /// The one that runs the platform.
    OPERATOR,
    /// Rents 400 numbers.
    ENTERPRISE,
    /// Takes in applications for enterprises.
    RESELLER;

    /// The text code: `enterprise`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static TenantKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a tenant is one of operator, enterprise, reseller; was \"" + code + "\""));
    }
}
