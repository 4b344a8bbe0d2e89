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
}
