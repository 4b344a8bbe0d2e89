package org.hotline400.server.identity.accounts;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.hotline400.server.identity.SignInName;
import org.hotline400.server.kernel.MistakeException;
import org.springframework.core.io.ClassPathResource;

/// What a password must be: long enough, and nothing that is tried first (NIST SP 800-63B §5.1.1.2). It
/// need not mix kinds of characters, and it never has to be changed.
public final class PasswordRule {
    /// For a password whose owner is not known yet.
    public static final SignInName NOBODY = new SignInName("nobody");

    private static final int SHORTEST = 10;
    private static final int LONGEST = 128;
    private static final int FEWEST_DIFFERENT = 5;
    private static final Set<String> COMMON = common();

    private PasswordRule() {}

    /// The password as it is kept: the same characters typed on another keyboard are the same password.
    ///
    /// @param name of whom it is to be: it must not contain what stands before the `@`
    /// @throws MistakeException when it is too weak; never says the password
    public static String checked(String password, SignInName name) {
        var text = normalised(password);
        int length = text.codePointCount(0, text.length());
        if (length < SHORTEST || length > LONGEST) {
            throw new MistakeException(
                    "has " + SHORTEST + " to " + LONGEST + " characters",
                    "密码长度应为 " + SHORTEST + " 到 " + LONGEST + " 个字符。");
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (COMMON.contains(lower) || text.codePoints().distinct().count() < FEWEST_DIFFERENT || isRun(lower)) {
            throw new MistakeException("is one that is tried first: choose another", "密码过于常见，请换一个。");
        }
        var local = name.localPart();
        if (local.length() > 2 && lower.contains(local)) {
            throw new MistakeException("must not contain your name or mail address", "密码不能包含账号名或邮箱名。");
        }
        return text;
    }

    static String normalised(String password) {
        return Normalizer.normalize(password, Normalizer.Form.NFKC);
    }

    /// Each character follows on the one before: `abcdefghij`, `0987654321` without the break at 0.
    private static boolean isRun(String text) {
        return steps(text, 1) || steps(text, -1);
    }

    private static boolean steps(String text, int by) {
        for (int i = 1; i < text.length(); i++) {
            if (text.charAt(i) - text.charAt(i - 1) != by) {
                return false;
            }
        }
        return true;
    }

    private static Set<String> common() {
        try {
            return new ClassPathResource("identity/common-passwords.txt")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(Predicate.not(String::isBlank))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("the jar lacks identity/common-passwords.txt", e);
        }
    }
}
