package org.hotline400.server.telephony;

import java.util.regex.Pattern;
import org.hotline400.server.callplans.Target;

/// A desk phone as its enterprise wants it.
///
/// @param user what it logs in with; unique on the platform
/// @param password at least ten characters: a guessed phone makes calls in the enterprise's name
/// @param displayName shown to whom it calls; may be empty
/// @param extension its number within the enterprise, such as `8001`
public record PhoneOrder(String user, String password, String displayName, String extension, boolean enabled) {
    private static final Pattern USER = Pattern.compile("[a-z0-9][a-z0-9._-]{2,39}");
    private static final int SHORTEST_PASSWORD = 10;
    private static final int LONGEST_PASSWORD = 64;
    private static final int LONGEST_NAME = 60;

    public PhoneOrder {
        var _ = user(user);
        var _ = password(password);
        var _ = displayName(displayName);
        var _ = new Target.Extension(extension);
    }

    /// @throws IllegalArgumentException naming the fix
    public static String user(String text) {
        if (!USER.matcher(text).matches()) {
            throw new IllegalArgumentException("has 3 to 40 characters: lower-case letters, digits, dot, hyphen and"
                    + " underscore, a letter or digit first; was \"" + text + "\"");
        }
        return text;
    }

    /// @throws IllegalArgumentException naming the fix, never the password
    public static String password(String text) {
        if (text.length() < SHORTEST_PASSWORD
                || text.length() > LONGEST_PASSWORD
                || !text.chars().allMatch(c -> c > ' ' && c < 127)) {
            throw new IllegalArgumentException(
                    "has 10 to 64 visible ASCII characters; leave it out and one is made for you");
        }
        return text;
    }

    /// @throws IllegalArgumentException naming the fix
    public static String displayName(String text) {
        if (text.length() > LONGEST_NAME || text.chars().anyMatch(Character::isISOControl)) {
            throw new IllegalArgumentException("has at most 60 characters and no line break");
        }
        return text;
    }

    @Override
    public String toString() {
        return "PhoneOrder[" + user + ", " + extension + "]";
    }
}
