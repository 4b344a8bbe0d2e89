package org.hotline400.server.enrolment.form;

import java.util.Arrays;
import java.util.Locale;

/// What an applicant is in law. A person cannot have a 400 number.
public enum EntityKind {
    /// 企业
    ENTERPRISE,
    /// 个体工商户: ordinary numbers only.
    SOLE_PROPRIETOR,
    /// 外商投资企业: with its approval certificate or information-report receipt, through the carrier itself.
    FOREIGN_INVESTED,
    /// 机关、事业单位、社会团体
    PUBLIC_BODY;

    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    /// The text code: `sole-proprietor`.
    public String code() {
        return code;
    }

    public static EntityKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("an entity is one of "
                        + Arrays.stream(values()).map(EntityKind::code).toList()));
    }
}
