package org.hotline400.server.enrolment.papers;

import java.util.Arrays;
import java.util.Locale;

/// A paper that an applicant may have to show.
public enum PaperKind {
    BUSINESS_LICENCE("营业执照", "business licence"),
    LEGAL_REPRESENTATIVE_ID("法定代表人身份证件", "identity document of the legal representative"),
    HANDLER_ID("经办人身份证件", "identity document of the handler"),
    /// The form that the platform fills in, printed, signed, stamped and scanned.
    APPLICATION_FORM("业务受理单（加盖公章）", "application form, stamped"),
    SCHOOL_LICENCE("办学许可证", "private school licence"),
    MEDICAL_LICENCE("医疗机构执业许可证", "medical institution licence"),
    FINANCE_LICENCE("金融许可证", "financial licence"),
    FRANCHISE_LICENCE("特许经营许可证", "franchise licence"),
    /// Or the receipt of the information report that has replaced it.
    FOREIGN_INVESTMENT_APPROVAL("外商投资企业批准证书（或信息报告回执）", "approval certificate of a foreign-invested enterprise");

    private final String chinese;
    private final String english;
    private final String code = name().toLowerCase(Locale.ROOT).replace('_', '-');

    PaperKind(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    /// The text code: `business-licence`.
    public String code() {
        return code;
    }

    public String chinese() {
        return chinese;
    }

    public String english() {
        return english;
    }

    public static PaperKind of(String code) {
        return Arrays.stream(values())
                .filter(kind -> kind.code().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a paper is one of "
                        + Arrays.stream(values()).map(PaperKind::code).toList()));
    }

    /// Whether it is somebody's own, who may act for several enterprises.
    public boolean isOfPerson() {
        return this == LEGAL_REPRESENTATIVE_ID || this == HANDLER_ID;
    }
}
