package org.hotline400.server.lists.web;

import java.util.Optional;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.lists.ListName;

/// Which list a request is about.
///
/// @param tenant whose; the caller's own, unless the operator names another
record ListAddress(TenantId tenant, ListName name) {
    static final Scope READ = Scope.read("lists");
    static final Scope WRITE = Scope.write("lists");

    static ListAddress of(Caller caller, String name, Optional<String> tenant) {
        var checks = new Checks();
        var read = checks.read("name", "lists.name", name, ListName::new);
        checks.done();
        return new ListAddress(tenant(caller, tenant), read.get());
    }

    static TenantId tenant(Caller caller, Optional<String> named) {
        var checks = new Checks();
        var tenant = checks.readIfPresent("tenant", "malformed", named.orElse(null), TenantId::of)
                .orElse(caller.tenant());
        checks.done();
        if (!tenant.equals(caller.tenant()) && !caller.isOperator()) {
            throw new ForbiddenException("only the operator acts for another tenant", "只有运营方可以代其他企业操作。");
        }
        return tenant;
    }
}
