package org.hotline400.server.enrolment.guide;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// Reads the data in the box; a field that is missing, unknown or wrong keeps the server from starting.
final class BoxedData {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private BoxedData() {}

    static <T> T read(String resource, Class<T> type) {
        try (var file = Objects.requireNonNull(BoxedData.class.getResourceAsStream(resource))) {
            return JSON.readValue(file, type);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(resource + " is written wrong: " + e.getMessage(), e);
        }
    }
}
