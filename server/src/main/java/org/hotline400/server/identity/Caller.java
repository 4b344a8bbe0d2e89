package org.hotline400.server.identity;

import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.hotline400.server.database.Transactions;
import org.hotline400.server.kernel.ForbiddenException;
import org.hotline400.server.kernel.TenantId;

/// Who sends a request. A controller's method gets it as a parameter.
///
/// @param principal the id of the person or program
/// @param name of the principal, for the audit
/// @param scopes what its key opens
public record Caller(TenantId tenant, UUID principal, String name, Set<Role> roles, Set<Scope> scopes) {
    public Caller {
        roles = Set.copyOf(roles);
        scopes = Set.copyOf(scopes);
    }

    /// Whether it is of the operator's people, who act for every tenant. What one of them may do there is
    /// asked by [#require].
    public boolean isOperator() {
        return tenant.equals(TenantId.OPERATOR) && roles.stream().anyMatch(Role::isOfOperator);
    }

    /// Whether it takes in applications for enterprises that it brought, and decides nothing.
    public boolean isReseller() {
        return roles.contains(Role.RESELLER);
    }

    /// Whether its key and one of its roles open this.
    public boolean may(Scope asked) {
        return scopes.stream().anyMatch(scope -> scope.opens(asked))
                && roles.stream().anyMatch(role -> role.opens(asked));
    }

    /// What its roles open together; its key may open less.
    public Rights rights() {
        return roles.stream().map(Role::rights).reduce(Rights.NOTHING, Rights::or);
    }

    /// Whether one of its roles may do all that this one may.
    public boolean covers(Role role) {
        return roles.stream().anyMatch(own -> own.covers(role));
    }

    /// @throws ForbiddenException when it may not
    public void require(Scope asked) {
        if (!may(asked)) {
            throw new ForbiddenException(
                    "this needs the scope " + asked
                            + (asked.writes() ? " and a role that may change things" : " and a role that may see it"),
                    "需要权限 " + asked + "，以及" + (asked.writes() ? "可以修改的角色。" : "可以查看的角色。"));
        }
    }

    /// @throws ForbiddenException when it is not of the operator's people, or its key or role does not open
    ///     this
    public void requireOperator(Scope asked) {
        if (!isOperator()) {
            throw new ForbiddenException("only the operator may do this", "只有运营方可以执行此操作。");
        }
        require(asked);
    }

    /// Runs the work in a transaction that sees what the caller may see: everything for the operator,
    /// otherwise what belongs to its tenant.
    public <T> T see(Transactions transactions, Supplier<T> work) {
        return isOperator() ? transactions.asOperator(work) : transactions.asTenant(tenant, work);
    }
}
