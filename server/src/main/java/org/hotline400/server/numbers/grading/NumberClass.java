package org.hotline400.server.numbers.grading;

import java.util.Arrays;
import java.util.Locale;

/// The three classes in which 400 numbers are sold, plain first.
public enum NumberClass {
    /// 普通: no pattern that would be paid for.
    ORDINARY("普通号码"),
    /// 特号: repeats or runs that one remembers.
    SPECIAL("特号"),
    /// 顶级: extremely regular.
    PREMIUM("顶级号码");

    private final String chinese;

    NumberClass(String chinese) {
        this.chinese = chinese;
    }

    /// The text code: `ordinary`.
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String chinese() {
        return chinese;
    }

    /// @throws IllegalArgumentException when no class has this code
    public static NumberClass of(String code) {
        return Arrays.stream(values())
                .filter(one -> one.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a class is one of ordinary, special, premium; was \"" + code + "\""));
    }
}
