package org.hotline400.server.enrolment;

/// What a reviewer found wrong.
///
/// @param subject the field or paper: `company.name`, `papers.business-licence`
/// @param code one of the reasons of the catalogue of findings, `other` for one in own words
/// @param english for the applicant
/// @param chinese for the applicant
public record Finding(String subject, String code, String english, String chinese) {
    private static final String PAPERS = "papers.";

    public Finding {
        if (subject.isBlank() || english.isBlank() || chinese.isBlank()) {
            throw new IllegalArgumentException("a finding names a field or paper and says what is wrong");
        }
    }

    public boolean isAboutPaper() {
        return subject.startsWith(PAPERS);
    }
}
