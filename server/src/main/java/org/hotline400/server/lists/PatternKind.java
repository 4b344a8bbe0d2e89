package org.hotline400.server.lists;

import java.util.List;

/// What an entry says of the callers that it covers.
public enum PatternKind {
    /// The whole number.
    NUMBER("number"),
    /// How the number begins.
    PREFIX("prefix"),
    /// The area where the line is at home: a fixed line by its number, a mobile by its segment.
    AREA_CODE("area-code"),
    /// The province or city where the line is at home.
    REGION("region");

    private static final List<PatternKind> KINDS = List.of(values());

    private final String code;

    PatternKind(String code) {
        this.code = code;
    }

    /// The text code of the API and of files: `area-code`.
    public String code() {
        return code;
    }

    public static PatternKind of(String code) {
        for (var kind : KINDS) {
            if (kind.code.equals(code)) {
                return kind;
            }
        }
        throw new IllegalArgumentException("is one of number, prefix, area-code, region");
    }
}
