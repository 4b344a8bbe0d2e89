package org.hotline400.server.kernel;

import java.util.Locale;

/// The caller is known but may not do this. The web edge answers 403.
public final class ForbiddenException extends RuntimeException {
    private final String chinese;

    /// @param english what would be needed
    /// @param chinese the same in Chinese
    public ForbiddenException(String english, String chinese) {
        super(english);
        this.chinese = chinese;
    }

    public String in(Locale reader) {
        return "zh".equals(reader.getLanguage()) ? chinese : String.valueOf(getMessage());
    }
}
