package org.hotline400.server.identity;

import java.util.Arrays;
import java.util.Locale;
import org.hotline400.server.kernel.MistakeException;

/// Whether somebody may sign in.
public enum AccountState {
    /// A mail went to him; he has no password yet.
    INVITED,
    ACTIVE,
    /// Shut out, with his sessions and API keys.
    DISABLED;

    /// The text code: `active`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static AccountState of(String code) {
        return Arrays.stream(values())
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new MistakeException(
                        "an account is invited, active or disabled", "账号状态为 invited、active 或 disabled。"));
    }
}
