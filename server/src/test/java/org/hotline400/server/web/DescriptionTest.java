package org.hotline400.server.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotline400.server.testing.Api;
import org.hotline400.server.testing.ServerTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/// The description of the API, from which the console's types are made.
@ServerTest
class DescriptionTest {
    private static final Path COMMITTED = Path.of("..", "console", "openapi.json");

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private final Api api;

    @Autowired
    DescriptionTest(Api api) {
        this.api = api;
    }

    /// It is written anew where it is out of date; commit it then, and look at what became of the console.
    @Test
    void beside_the_console_is_the_one_that_is_served() throws IOException {
        var served = description();
        var committed = Files.exists(COMMITTED) ? Files.readString(COMMITTED) : "";
        if (!committed.equals(served)) {
            Files.writeString(COMMITTED, served);
        }
        assertThat(committed.equals(served))
                .as("console/openapi.json was out of date and is written anew: commit it")
                .isTrue();
    }

    @Test
    void says_which_fields_are_always_there() {
        var offer = api.withoutKey().get("/api/openapi.json").json().at("/components/schemas/OfferBody/required");
        assertThat(offer.valueStream().map(one -> one.asString()).collect(Collectors.toSet()))
                .contains("number", "price", "findings")
                .doesNotContain("carrier");
    }

    private String description() {
        @SuppressWarnings("unchecked")
        Map<String, Object> all =
                MAPPER.treeToValue(api.withoutKey().get("/api/openapi.json").json(), Map.class);
        // Where it is served changes from test to test.
        all.remove("servers");
        return MAPPER.writeValueAsString(all) + "\n";
    }
}
