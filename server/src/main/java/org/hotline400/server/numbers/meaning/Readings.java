package org.hotline400.server.numbers.meaning;

import java.util.List;

/// How Chinese characters are read. No method keeps anything; all may be called at once by several threads.
public interface Readings {

    /// The text with simplified characters for traditional ones, of the same length.
    String simplified(String text);

    /// What each `char` of the text can be read as: syllables of pinyin without tone, small, `v` for ü; the
    /// one that fits the characters around it first. Empty for what is no Chinese character.
    ///
    /// @return as many as the text has `char`s
    List<List<String>> of(String text);

    /// Those of the pinyin library (ADR 30), which loads its tables when the first Chinese character comes.
    static Readings library() {
        return HanLpReadings.INSTANCE;
    }
}
