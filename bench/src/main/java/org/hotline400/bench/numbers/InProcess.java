package org.hotline400.bench.numbers;

import org.hotline400.bench.BenchFailedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What the platform's own process measured of its catalogue.
///
/// @param gradedSeconds to grade the whole space on one thread
/// @param ordinaryShare of the whole space, 0 to 1
/// @param buildSeconds until the index stands, as at start
/// @param megabytes that the index takes
/// @param p50 of one search, in milliseconds
/// @param bytesPerSearch garbage
record InProcess(
        double gradedSeconds,
        double ordinaryShare,
        double specialShare,
        double premiumShare,
        double buildSeconds,
        double megabytes,
        double p50,
        double p95,
        double p99,
        double bytesPerSearch) {
    private static final JsonMapper JSON = new JsonMapper();

    /// @param json what `hotline measure-numbers` prints
    static InProcess read(String json) {
        try {
            return read(JSON.readTree(json));
        } catch (JacksonException e) {
            throw new BenchFailedException("hotline measure-numbers printed no figures: " + json);
        }
    }

    private static InProcess read(JsonNode measured) {
        return new InProcess(
                value(measured, "gradedSeconds"),
                value(measured, "ordinaryShare"),
                value(measured, "specialShare"),
                value(measured, "premiumShare"),
                value(measured, "buildSeconds"),
                value(measured, "megabytes"),
                value(measured, "p50Milliseconds"),
                value(measured, "p95Milliseconds"),
                value(measured, "p99Milliseconds"),
                value(measured, "bytesPerSearch"));
    }

    private static double value(JsonNode measured, String field) {
        if (!measured.path(field).isNumber()) {
            throw new BenchFailedException("hotline measure-numbers did not tell " + field);
        }
        return measured.path(field).doubleValue();
    }
}
