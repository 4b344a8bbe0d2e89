package org.hotline400.server.callplans;

import org.jspecify.annotations.Nullable;

/// Something a check has to say about a plan.
///
/// @param path where, as a JSON pointer (RFC 6901): `/steps/region/keys/1`
/// @param code stable, for machines: `plan.step-unknown`
/// @param message for people: what is wrong and the likely fix
/// @param ownFix what to do about it in this very case; null: what holds for all findings of this code
public record Finding(
        Severity severity,
        String path,
        String code,
        String message,
        @Nullable Words ownFix) {
    public enum Severity {
        /// Keeps the plan from being published.
        ERROR,
        /// Worth knowing; does not keep it from being published.
        WARNING
    }

    static Finding error(String path, String code, String message) {
        return new Finding(Severity.ERROR, path, code, message, null);
    }

    static Finding warning(String path, String code, String message) {
        return new Finding(Severity.WARNING, path, code, message, null);
    }

    Finding withFix(Words fix) {
        return new Finding(severity, path, code, message, fix);
    }
}
