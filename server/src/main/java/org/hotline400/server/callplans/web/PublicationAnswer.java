package org.hotline400.server.callplans.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Locale;
import org.hotline400.server.callplans.Finding;
import org.hotline400.server.callplans.PlacedFinding;
import org.hotline400.server.callplans.Publication;
import org.hotline400.server.kernel.Violation;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/// What became of the wish to publish, as an answer of the API.
final class PublicationAnswer {
    private static final String CODE = "callplans.faulty";

    private PublicationAnswer() {}

    /// A problem (RFC 9457) with our own extensions.
    ///
    /// @param violations the errors, as every refusal of the API has them
    /// @param findings errors and warnings with their places
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record FaultyPlan(
            String type,
            String title,
            int status,
            String detail,
            String code,
            List<Violation> violations,
            List<PlacedFinding> findings) {}

    static ResponseEntity<Object> of(Publication publication, String document, Locale locale) {
        return switch (publication) {
            case Publication.Done(var plan, var warnings) ->
                ResponseEntity.ok(PlanBody.justPublished(plan, PlacedFinding.in(document, warnings)));
            case Publication.Refused(var findings) -> refused(PlacedFinding.in(document, findings), locale);
        };
    }

    private static ResponseEntity<Object> refused(List<PlacedFinding> findings, Locale locale) {
        var violations = findings.stream()
                .filter(finding -> finding.severity() == Finding.Severity.ERROR)
                .map(finding -> new Violation(finding.path(), finding.code(), finding.message()))
                .toList();
        return ResponseEntity.unprocessableContent()
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(new FaultyPlan(
                        "about:blank", CODE, 422, said(violations.size(), locale), CODE, violations, findings));
    }

    private static String said(int errors, Locale locale) {
        return "zh".equals(locale.getLanguage())
                ? "方案未发布：有 " + errors + " 处错误。已发布的版本保持不变。"
                : "The plan was not published: it has " + errors + " errors. The live version stays.";
    }
}
