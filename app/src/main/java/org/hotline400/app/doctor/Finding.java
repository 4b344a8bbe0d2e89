package org.hotline400.app.doctor;

import java.util.Locale;

/// What one check found.
///
/// @param part what was looked at: `SIP port`
/// @param text what is the case, with figures
/// @param fix what to do; empty when all is well
public record Finding(Level level, String part, String text, String fix) {

    /// How bad it is.
    public enum Level {
        OK,
        /// It will run, but not as well or as long as it should.
        WARN,
        /// It will not run.
        FAIL
    }

    static Finding ok(String part, String text) {
        return new Finding(Level.OK, part, text, "");
    }

    static Finding warn(String part, String text, String fix) {
        return new Finding(Level.WARN, part, text, fix);
    }

    static Finding fail(String part, String text, String fix) {
        return new Finding(Level.FAIL, part, text, fix);
    }

    @Override
    public String toString() {
        var line = String.format(Locale.ROOT, "%-5s %-12s %s", level, part, text);
        return fix.isEmpty() ? line : line + "\n" + " ".repeat(19) + "→ " + fix;
    }
}
