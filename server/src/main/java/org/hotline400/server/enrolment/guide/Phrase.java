package org.hotline400.server.enrolment.guide;

import com.fasterxml.jackson.annotation.JsonProperty;

/// A text for people, in both languages.
public record Phrase(
        @JsonProperty("zh") String chinese,
        @JsonProperty("en") String english) {
    public Phrase {
        if (chinese.isBlank() || english.isBlank()) {
            throw new IllegalArgumentException("a phrase is there in Chinese and in English");
        }
    }
}
