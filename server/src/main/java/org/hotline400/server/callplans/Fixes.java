package org.hotline400.server.callplans;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// What to do about the findings of each code, in both languages: `callplans/fixes-*.properties`.
final class Fixes {
    private static final Properties ZH = words("zh");
    private static final Properties EN = words("en");

    private Fixes() {}

    private static Properties words(String language) {
        var words = new Properties();
        try (var in = Fixes.class.getResourceAsStream("/callplans/fixes-" + language + ".properties")) {
            if (in == null) {
                throw new IllegalStateException("the jar lacks the fixes in " + language);
            }
            words.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            return words;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A code that nobody wrote words for is mended as its own message says.
    static Words of(Finding finding) {
        var own = finding.ownFix();
        return own == null ? usual(finding) : own;
    }

    private static Words usual(Finding finding) {
        return new Words(
                ZH.getProperty(finding.code(), finding.message()), EN.getProperty(finding.code(), finding.message()));
    }

    static boolean knows(String code) {
        return ZH.containsKey(code) && EN.containsKey(code);
    }
}
