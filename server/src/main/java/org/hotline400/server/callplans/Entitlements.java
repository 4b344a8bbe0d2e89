package org.hotline400.server.callplans;

import org.hotline400.server.kernel.TenantId;

/// Port: which features an enterprise's package grants. Answered by whoever keeps packages; as long as nobody does,
/// every package grants everything.
@FunctionalInterface
public interface Entitlements {

    boolean grants(TenantId tenant, Feature feature);

    static Entitlements everything() {
        return (_, _) -> true;
    }
}
