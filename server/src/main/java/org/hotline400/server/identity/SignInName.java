package org.hotline400.server.identity;

import java.util.Locale;
import java.util.regex.Pattern;
import org.hotline400.server.kernel.MistakeException;

/// What somebody signs in by: his mail address, or a bare name that the operator's first people have. One
/// over all tenants, in lower case.
public record SignInName(String text) {
    private static final Pattern MAIL = Pattern.compile(
            "[a-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+");
    private static final Pattern BARE = Pattern.compile("[a-z][a-z0-9-]{2,39}");
    private static final int LONGEST = 254;

    public SignInName {
        text = text.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST
                || !(MAIL.matcher(text).matches() || BARE.matcher(text).matches())) {
            throw notMail();
        }
    }

    /// Reads a mail address.
    ///
    /// @throws MistakeException when it is none
    public static SignInName mail(String text) {
        var name = new SignInName(text);
        if (!name.isMail()) {
            throw notMail();
        }
        return name;
    }

    private static MistakeException notMail() {
        return new MistakeException("is a mail address such as name@example.cn", "应为邮箱地址，例如 name@example.cn。");
    }

    public boolean isMail() {
        return text.indexOf('@') > 0;
    }

    /// What stands before the `@`; all of a bare name.
    public String localPart() {
        return isMail() ? text.substring(0, text.indexOf('@')) : text;
    }

    @Override
    public String toString() {
        return text;
    }
}
