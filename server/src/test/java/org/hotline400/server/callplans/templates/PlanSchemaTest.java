package org.hotline400.server.callplans.templates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;

/// The published schema and the plans that the product itself brings agree.
class PlanSchemaTest {
    private static final ClassPathResource FILE = new ClassPathResource("callplans/plan.schema.json");

    private Schema schema;

    @BeforeEach
    void read() throws IOException {
        assumeThat(FILE.exists())
                .as("the schema comes with the language's steps")
                .isTrue();
        schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(FILE.getContentAsString(StandardCharsets.UTF_8));
    }

    static Stream<String> plans() {
        var samples = Stream.of("4006173952", "4006666666", "4008888888")
                .map(number -> text(new ClassPathResource("samples/plans/" + number + ".json")));
        return Stream.concat(samples, PlanTemplates.all().stream().map(PlanSchemaTest::written));
    }

    private static String written(PlanTemplates.Offer offer) {
        var answers = new LinkedHashMap<String, Object>();
        offer.questions().forEach(question -> answers.put(question.name(), question.example()));
        return PlanTemplates.write(offer.name(), Json.node(answers))
                .orElseThrow()
                .toString();
    }

    private static String text(ClassPathResource resource) {
        try {
            return resource.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void everyPlanThatTheProductBringsObeysTheSchema(String plan) {
        assertThat(schema.validate(plan, InputFormat.JSON)).isEmpty();
    }

    @Test
    void aPlanWithoutStepsDoesNot() {
        assertThat(schema.validate("{\"start\": \"welcome\"}", InputFormat.JSON))
                .isNotEmpty();
        assertThat(schema.validate("{\"start\": 7, \"steps\": {}}", InputFormat.JSON))
                .isNotEmpty();
    }
}
