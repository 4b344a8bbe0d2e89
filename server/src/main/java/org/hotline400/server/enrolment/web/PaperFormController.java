package org.hotline400.server.enrolment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.form.Form;
import org.hotline400.server.enrolment.form.FormMask;
import org.hotline400.server.enrolment.papers.blank.ApplicationFormPdf;
import org.hotline400.server.enrolment.rules.Rules;
import org.hotline400.server.enrolment.rules.TradeRule;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.tariffs.Tariffs;
import org.hotline400.server.web.ProblemException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/// The application form to print, sign and stamp.
@RestController
@Tag(name = "papers")
class PaperFormController {
    private final Applications applications;
    private final Rules rules;
    private final Tariffs tariffs;
    private final Clock clock;

    PaperFormController(Applications applications, Rules rules, Tariffs tariffs, Clock clock) {
        this.applications = applications;
        this.rules = rules;
        this.tariffs = tariffs;
        this.clock = clock;
    }

    @GetMapping(path = "/api/v1/applications/{id}/form.pdf", produces = MediaType.APPLICATION_PDF_VALUE)
    @Reveals("applications")
    @Operation(
            summary = "Writes the application form as PDF, filled in",
            description =
                    "To print, sign, stamp and upload as `application-form`. Persons are masked without `papers:read`.")
    ResponseEntity<byte[]> form(Caller caller, @PathVariable String id) {
        caller.require(Scope.read("applications"));
        Application found = applications
                .find(Channels.id(id), ApplicationActor.of(caller, ""))
                .orElseThrow(() -> new ProblemException(ApplicationAnswers.UNKNOWN));
        boolean clear = caller.may(Scope.read("papers"));
        return ResponseEntity.ok()
                .header(HttpHeaders.CACHE_CONTROL, "no-store, private")
                .header(HttpHeaders.CONTENT_DISPOSITION, "inline; filename=\"400-application-" + found.id() + ".pdf\"")
                .contentType(MediaType.APPLICATION_PDF)
                .body(ApplicationFormPdf.write(content(found, clear ? found.form() : FormMask.mask(found.form()))));
    }

    private ApplicationFormPdf.Content content(Application application, Form shown) {
        return new ApplicationFormPdf.Content(
                application,
                shown,
                shown.trade().flatMap(rules::trade).map(TradeRule::chinese),
                shown.choice().tariff().flatMap(tariffs::find),
                clock.instant());
    }
}
