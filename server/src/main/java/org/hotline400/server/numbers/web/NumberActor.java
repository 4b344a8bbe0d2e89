package org.hotline400.server.numbers.web;

import org.hotline400.server.identity.Caller;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.numbers.Actor;

/// Who changes a number over HTTP.
final class NumberActor {
    private NumberActor() {}

    /// The caller, who gives this reason.
    ///
    /// @throws ForbiddenException when it is of the operator's house and does not run the platform
    static Actor of(Caller caller, String reason) {
        if (caller.tenant().equals(TenantId.OPERATOR) && !caller.isOperator()) {
            throw new ForbiddenException("only who runs the platform acts for the operator", "只有平台管理员可以代运营方操作。");
        }
        return new Actor(caller.tenant(), caller.name(), reason);
    }
}
