package org.hotline400.server.enrolment.guide;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// Somebody whom a 400 number can be had from.
///
/// @param code such as `china-telecom`
/// @param kind `carrier` or `reseller`
/// @param aliases former names, examples
/// @param prefixes with which its numbers begin; empty for a reseller
/// @param fits for whom it is a good choice
public record Carrier(
        String code,
        String kind,
        @JsonProperty("zh") String chinese,
        @JsonProperty("en") String english,
        List<String> aliases,
        List<String> prefixes,
        List<Phrase> strengths,
        List<Phrase> weaknesses,
        List<Phrase> fits) {
    public Carrier {
        aliases = List.copyOf(aliases);
        prefixes = List.copyOf(prefixes);
        strengths = List.copyOf(strengths);
        weaknesses = List.copyOf(weaknesses);
        fits = List.copyOf(fits);
        if (strengths.isEmpty() || weaknesses.isEmpty() || fits.isEmpty()) {
            throw new IllegalArgumentException(code + " has strengths, weaknesses and somebody whom it fits");
        }
    }
}
