package org.hotline400.server.prompts;

/// The language a prompt is spoken in.
public enum Language {
    ZH("zh-CN"),
    EN("en-US");

    private final String tag;

    Language(String tag) {
        this.tag = tag;
    }

    /// The BCP 47 tag, as in plans and the API.
    public String tag() {
        return tag;
    }

    /// Reads a tag.
    ///
    /// @throws IllegalArgumentException when no prompts are kept in this language
    public static Language ofTag(String tag) {
        for (Language language : values()) {
            if (language.tag.equalsIgnoreCase(tag)) {
                return language;
            }
        }
        throw new IllegalArgumentException("a language is \"zh-CN\" or \"en-US\"; was \"" + tag + "\"");
    }
}
