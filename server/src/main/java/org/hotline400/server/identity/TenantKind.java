package org.hotline400.server.identity;

import java.util.Arrays;
import java.util.Locale;
import org.hotline400.server.kernel.MistakeException;

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
                .orElseThrow(() -> new MistakeException(
                        "a tenant is one of operator, enterprise, reseller; was \"" + code + "\"",
                        "租户类型为 operator、enterprise 或 reseller，收到的是“" + code + "”。"));
    }
}
