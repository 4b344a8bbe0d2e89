package org.hotline400.server.identity;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.hotline400.server.kernel.MistakeException;

/// What a principal is, in its tenant, and what that opens. [Rights] is the table; `docs/identity.md` shows
/// it.
///
/// The first four are of the operator's own tenant only and act for every tenant; a reseller's tenant has
/// resellers and nothing else; the rest are of an enterprise.
public enum Role {
    /// Runs the platform.
    OPERATOR(Rights.EVERYTHING),
    /// Reads applications and papers and decides.
    REVIEWER(Rights.changes("applications", "papers", "reviews", "register", "sessions")
            .and("numbers", "tenants", "payments", "tariffs", "resellers", "holidays")),
    /// Confirms what was paid and pays back.
    FINANCE_OFFICER(Rights.changes("payments", "bills", "invoices", "ledger", "sessions")
            .and("charges", "contracts")
            .and("applications", "reviews", "register", "numbers", "tenants", "tariffs", "resellers")),
    /// Answers customers: looks, and changes nothing but his own sessions. Sees no papers and hears no
    /// recordings.
    SUPPORT(Rights.changes("sessions")
            .and("applications", "payments", "register", "tariffs", "resellers", "accounts")
            .and("bills", "charges", "contracts")
            .and("tenants", "numbers", "plans", "prompts", "lists", "calls", "phones", "trunks", "regions")
            .and("holidays", "notifications")),

    /// The enterprise's owner.
    OWNER(Rights.EVERYTHING
            .without("reviews", "register", "resellers", "keys", "tenants", "ledger")
            .and("register", "resellers")),
    /// Runs the enterprise's hotline day by day.
    ADMIN(Rights.EVERYTHING
            .without("reviews", "register", "resellers", "keys", "tenants", "ledger")
            .and("register", "resellers")),
    /// Pays the enterprise's bills.
    FINANCE(Rights.changes("payments", "invoices", "sessions")
            .and("bills", "charges", "contracts", "applications", "numbers", "calls", "tariffs")),
    /// Leads the people who answer.
    SUPERVISOR(Rights.changes("plans", "prompts", "lists", "notifications", "sessions")
            .and("numbers", "phones", "calls", "clear-numbers", "recordings", "regions", "holidays", "tariffs")),
    /// Answers calls.
    AGENT(Rights.changes("sessions").and("numbers", "plans", "prompts", "lists", "calls", "clear-numbers", "holidays")),
    /// Looks, changes nothing but his own sessions; sees no papers, and callers' numbers masked.
    VIEWER(Rights.LOOKS
            .without("papers", "clear-numbers", "reviews", "accounts", "audit", "keys")
            .without("ledger", "bills", "invoices")
            .andChanges("sessions")),

    /// Takes in applications for enterprises, and never decides.
    RESELLER(Rights.changes("applications", "papers", "numbers", "tenants", "api-keys", "accounts", "sessions")
            .and("tariffs", "payments", "resellers", "holidays", "audit"));

    // Rights copies its sets.
    @SuppressWarnings("ImmutableEnumChecker")
    private final Rights rights;

    Role(Rights rights) {
        this.rights = rights;
    }

    /// The text code: `finance-officer`.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MistakeException(
                        "a role is one of " + codes() + "; was \"" + code + "\"",
                        "角色为 " + codes() + " 之一，收到的是“" + code + "”。"));
    }

    private static String codes() {
        return Arrays.stream(values()).map(Role::code).collect(Collectors.joining(", "));
    }

    /// Whether somebody who is this may do what asks for the scope.
    public boolean opens(Scope asked) {
        return rights.open(asked);
    }

    Rights rights() {
        return rights;
    }

    /// Whether it may do all that the other may: whoever is this may make somebody the other.
    public boolean covers(Role other) {
        return switch (this) {
            case OPERATOR -> true;
            case OWNER -> other.isOfEnterprises();
            case ADMIN -> other.isOfEnterprises() && other != OWNER;
            case REVIEWER, FINANCE_OFFICER, SUPPORT, FINANCE, SUPERVISOR, AGENT, VIEWER, RESELLER -> this == other;
        };
    }

    /// Whether it acts for every tenant; only in the operator's own.
    public boolean isOfOperator() {
        return switch (this) {
            case OPERATOR, REVIEWER, FINANCE_OFFICER, SUPPORT -> true;
            case OWNER, ADMIN, FINANCE, SUPERVISOR, AGENT, VIEWER, RESELLER -> false;
        };
    }

    private boolean isOfEnterprises() {
        return !isOfOperator() && this != RESELLER;
    }

    /// Whether somebody of such a tenant can be this. (The operator may have a hotline, and people for it,
    /// as well.)
    public boolean fits(TenantKind kind) {
        return switch (kind) {
            case OPERATOR -> this != RESELLER;
            case ENTERPRISE -> isOfEnterprises();
            case RESELLER -> this == RESELLER;
        };
    }

    /// Who runs a tenant of this kind: somebody always is it.
    public static Role running(TenantKind kind) {
        return switch (kind) {
            case OPERATOR -> OPERATOR;
            case ENTERPRISE -> OWNER;
            case RESELLER -> RESELLER;
        };
    }
}
