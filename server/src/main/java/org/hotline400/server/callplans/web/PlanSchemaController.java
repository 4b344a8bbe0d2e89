package org.hotline400.server.callplans.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// The form of a plan document, for editors and programs.
@RestController
@Tag(name = "call plans")
class PlanSchemaController {
    private static final MediaType SCHEMA = MediaType.parseMediaType("application/schema+json");
    private static final Problem NO_SCHEMA =
            Problem.notFound("callplans.no-schema", "This build brings no schema.", "此版本未附带方案格式定义。");

    private final Resource schema = new ClassPathResource("callplans/plan.schema.json");

    @Operation(
            summary = "The JSON Schema of plans",
            description = "What a document must look like; whether its steps lead anywhere, the check says.")
    @GetMapping("/api/v1/plan-schema")
    ResponseEntity<Resource> schema(Caller caller) {
        caller.require(Scope.read("plans"));
        if (!schema.exists()) {
            throw new ProblemException(NO_SCHEMA);
        }
        return ResponseEntity.ok()
                .contentType(SCHEMA)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
                .body(schema);
    }
}
