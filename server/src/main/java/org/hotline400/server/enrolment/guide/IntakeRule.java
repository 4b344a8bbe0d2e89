package org.hotline400.server.enrolment.guide;

import com.fasterxml.jackson.annotation.JsonProperty;

/// What one way takes in.
///
/// @param way an `IntakeWay`'s code
/// @param needsLicence whether whoever takes in shows a telecommunications licence
public record IntakeRule(
        String way,
        @JsonProperty("zh") String chinese,
        @JsonProperty("en") String english,
        boolean needsLicence) {}
