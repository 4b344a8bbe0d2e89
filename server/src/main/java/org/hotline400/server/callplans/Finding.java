package org.hotline400.server.callplans;

/// Something a check has to say about a plan.
///
/// @param path where, as a JSON pointer (RFC 6901): `/steps/region/keys/1`
/// @param code stable, for machines: `plan.step-unknown`
/// @param message for people: what is wrong and the likely fix
public record Finding(Severity severity, String path, String code, String message) {
    public enum Severity {
        /// Keeps the plan from being published.
        ERROR,
        /// Worth knowing; does not keep it from being published.
        WARNING
    }

    static Finding error(String path, String code, String message) {
        return new Finding(Severity.ERROR, path, code, message);
    }

    static Finding warning(String path, String code, String message) {
        return new Finding(Severity.WARNING, path, code, message);
    }
}
