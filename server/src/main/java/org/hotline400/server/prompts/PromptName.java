package org.hotline400.server.prompts;

import java.util.regex.Pattern;

/// The name of a prompt: lower-case words joined by hyphens, such as `welcome`. Those of the system start with
/// `system-`.
public record PromptName(String value) {
    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public PromptName {
        if (value.length() > 64 || !FORM.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "a prompt name is lower-case words joined by hyphens, at most 64 characters, such as \"welcome\"; was \""
                            + value + "\"");
        }
    }

    public boolean isSystem() {
        return value.startsWith("system-");
    }

    @Override
    public String toString() {
        return value;
    }
}
