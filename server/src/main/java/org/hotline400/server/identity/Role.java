package org.hotline400.server.identity;

import java.util.Arrays;
import java.util.Locale;

/// What a principal is, in its tenant; the stronger first.
public enum Role {
    /// Runs the platform and acts for every tenant. Only in the operator's own tenant.
    OPERATOR,
    /// The enterprise's owner.
    OWNER,
    /// Runs the enterprise's hotline day by day.
    ADMIN,
    /// Looks, changes nothing.
    VIEWER;

    /// The text code: `viewer`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Role of(String code) {
        return Arrays.stream(values())
                .filter(role -> role.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a role is one of operator, owner, admin, viewer; was \"" + code + "\""));
    }

    /// Whether it may do all that the other may.
    public boolean covers(Role other) {
        return compareTo(other) <= 0;
    }

    /// Whether it lets its principal do this, where the key lets it. Who only looks sees callers' numbers masked.
    boolean opens(Scope asked) {
        return asked.writes() ? mayWrite() : this != VIEWER || !asked.equals(Scope.read("clear-numbers"));
    }

    private boolean mayWrite() {
        return switch (this) {
            case OPERATOR, OWNER, ADMIN -> true;
            case VIEWER -> false;
        };
    }
}
