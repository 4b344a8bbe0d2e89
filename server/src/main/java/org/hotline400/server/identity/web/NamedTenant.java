package org.hotline400.server.identity.web;

import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.TenantId;
import org.jspecify.annotations.Nullable;

/// The parameter `tenant` of a request: whose things are meant.
final class NamedTenant {
    private NamedTenant() {}

    /// @param named the caller's own when absent; only the operator's people name another
    static TenantId of(Caller caller, @Nullable String named) {
        var checks = new Checks();
        var tenant =
                checks.readIfPresent("tenant", "malformed", named, TenantId::of).orElse(caller.tenant());
        checks.done();
        if (!tenant.equals(caller.tenant()) && !caller.isOperator()) {
            throw new ForbiddenException("only the operator acts for another tenant", "只有运营方可以代其他企业操作。");
        }
        return tenant;
    }
}
