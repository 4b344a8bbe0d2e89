package org.hotline400.server.numbers.stock;

import java.util.Arrays;

/// The carrier that a 400 number belongs to.
public enum NumberCarrier {
    UNICOM("china-unicom", "中国联通", "China Unicom"),
    TELECOM("china-telecom", "中国电信", "China Telecom"),
    MOBILE("china-mobile", "中国移动", "China Mobile");

    private final String code;
    private final String chinese;
    private final String english;

    NumberCarrier(String code, String chinese, String english) {
        this.code = code;
        this.chinese = chinese;
        this.english = english;
    }

    /// The text code: `china-unicom`.
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    /// Reads a code or a name; 中国网通, merged in 2008, is China Unicom.
    ///
    /// @throws IllegalArgumentException when no carrier is called so
    public static NumberCarrier of(String text) {
        return Arrays.stream(values())
                .filter(one -> one.code.equals(text)
                        || one.chinese.equals(text)
                        || one.english.equalsIgnoreCase(text)
                        || (one == UNICOM && (text.equals("中国网通") || text.equals("china-netcom"))))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "a carrier is one of china-unicom, china-telecom, china-mobile; was \"" + text + "\""));
    }
}
