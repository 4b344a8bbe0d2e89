package org.hotline400.server.enrolment.guide;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Set;

/// What one way takes in.
///
/// @param way an `IntakeWay`'s code
/// @param entities codes of those whom it takes in
/// @param needsLicence whether whoever takes in shows a telecommunications licence
public record IntakeRule(
        String way,
        @JsonProperty("zh") String chinese,
        @JsonProperty("en") String english,
        Set<String> entities,
        boolean needsLicence) {
    public IntakeRule {
        entities = Set.copyOf(entities);
    }
}
