package org.hotline400.server.lists;

import java.util.Arrays;
import java.util.Locale;

/// How a file is taken into a list.
///
/// @param dryRun only tell what would be done
public record ImportOrder(Mode mode, boolean dryRun) {

    /// What becomes of the entries that are there.
    public enum Mode {
        /// Those that the file does not name stay.
        MERGE,
        /// Those that the file does not name go.
        REPLACE;

        private final String code = name().toLowerCase(Locale.ROOT);

        /// The text code of the API: `merge`.
        public String code() {
            return code;
        }

        public static Mode of(String code) {
            return Arrays.stream(values())
                    .filter(mode -> mode.code.equals(code))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("is merge or replace"));
        }
    }
}
