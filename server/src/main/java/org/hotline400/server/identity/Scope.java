package org.hotline400.server.identity;

import java.util.regex.Pattern;
import org.hotline400.server.kernel.MistakeException;

/// What an API key opens: `<noun>:read` or `<noun>:write`, such as `calls:read`; `*` opens all. Writing
/// includes reading. Each module names its own nouns.
public record Scope(String text) {
    private static final Pattern FORM = Pattern.compile("\\*|[a-z]+(-[a-z]+)*:(read|write)");

    public static final Scope ALL = new Scope("*");

    public Scope {
        if (!FORM.matcher(text).matches()) {
            throw new MistakeException(
                    "a scope is * or NOUN:read or NOUN:write, such as calls:read; was \"" + text + "\"",
                    "权限为 *、名称:read 或 名称:write，如 calls:read；收到的是“" + text + "”。");
        }
    }

    public static Scope read(String noun) {
        return new Scope(noun + ":read");
    }

    public static Scope write(String noun) {
        return new Scope(noun + ":write");
    }

    /// What it is about: `calls`.
    String noun() {
        int colon = text.indexOf(':');
        return colon < 0 ? text : text.substring(0, colon);
    }

    boolean writes() {
        return text.endsWith(":write");
    }

    /// Whether a key with this scope opens what asks for the other.
    boolean opens(Scope asked) {
        return equals(ALL)
                || equals(asked)
                || (writes() && text.replace(":write", ":read").equals(asked.text()));
    }

    @Override
    public String toString() {
        return text;
    }
}
