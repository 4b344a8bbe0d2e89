package org.hotline400.server.charging.web;

import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// Whose charges are meant.
final class ChargedTenant {
    private ChargedTenant() {}

    /// @param named the caller's own when absent; only the operator's people name another
    static TenantId of(Caller caller, @Nullable String named) {
        return ifNamed(caller, named).orElse(caller.tenant());
    }

    /// Empty when the operator names nobody: everybody.
    static Optional<TenantId> ifNamed(Caller caller, @Nullable String named) {
        var checks = new Checks();
        var tenant = checks.readIfPresent("tenant", "malformed", named, TenantId::of);
        checks.done();
        if (caller.isOperator()) {
            return tenant;
        }
        if (tenant.filter(one -> !one.equals(caller.tenant())).isPresent()) {
            throw new ForbiddenException("only the operator acts for another tenant", "只有运营方可以代其他企业操作。");
        }
        return Optional.of(caller.tenant());
    }
}
