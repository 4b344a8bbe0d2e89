package org.hotline400.server.kernel;

/// A text that means nothing here: what is wrong with it and how to mend it, in English and in Chinese.
/// [Checks] makes a [Violation] of it.
public final class MistakeException extends IllegalArgumentException {
    private final String chinese;

    public MistakeException(String english, String chinese) {
        super(english);
        this.chinese = chinese;
    }

    public String chinese() {
        return chinese;
    }
}
