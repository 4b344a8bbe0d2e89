package org.hotline400.server.enrolment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationTransition;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.internal.Checklist;
import org.hotline400.server.enrolment.internal.Checklists;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.Violation;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// What is still to be done for an application, and what has happened to it.
@RestController
@RequestMapping("/api/v1/applications/{id}")
@Tag(name = "applications")
class ApplicationLookController {
    private final Applications applications;
    private final Checklists checklists;

    ApplicationLookController(Applications applications, Checklists checklists) {
        this.applications = applications;
        this.checklists = checklists;
    }

    /// @param ready whether it can be handed in, as far as the applicant can see to it
    /// @param missingFields that must be filled in
    /// @param violations what is wrong with the others, in the reader's language
    record ChecklistBody(
            boolean ready, List<PaperBody> papers, List<String> missingFields, List<Violation> violations) {

        static ChecklistBody of(Checklist list, Locale reader) {
            return new ChecklistBody(
                    list.isReady(),
                    list.papers().stream().map(PaperBody::of).toList(),
                    list.missingFields(),
                    list.violations().stream().map(one -> one.in(reader)).toList());
        }
    }

    /// @param kind as papers are uploaded by
    /// @param present whether one has been uploaded
    record PaperBody(String kind, String zh, String en, boolean present) {
        static PaperBody of(Checklist.Item item) {
            return new PaperBody(
                    item.kind().code(), item.kind().chinese(), item.kind().english(), item.isPresent());
        }
    }

    @GetMapping("/checklist")
    @Operation(summary = "Tells which papers and fields an application needs, and which of them are there")
    ChecklistBody checklist(Caller caller, @PathVariable String id, Locale locale) {
        caller.require(Scope.read("applications"));
        return ChecklistBody.of(checklists.of(find(caller, id)), locale);
    }

    private Application find(Caller caller, String id) {
        return applications
                .find(Channels.id(id), ApplicationActor.of(caller, ""))
                .orElseThrow(() -> new ProblemException(ApplicationAnswers.UNKNOWN));
    }

    record TransitionBody(
            UUID id,
            String from,
            String event,
            String to,
            Instant at,
            String actor,
            String reason,
            List<ApplicationBody.FindingBody> findings) {

        static TransitionBody of(ApplicationTransition one, Locale reader) {
            return new TransitionBody(
                    one.id(),
                    one.from().code(),
                    one.event().code(),
                    one.to().code(),
                    one.at(),
                    one.actor(),
                    one.reason(),
                    one.findings().stream()
                            .map(finding -> ApplicationBody.FindingBody.of(finding, reader))
                            .toList());
        }
    }

    @GetMapping("/history")
    @Operation(summary = "Tells what has happened to an application, the latest first")
    Page<TransitionBody> history(
            Caller caller,
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit,
            Locale locale) {
        caller.require(Scope.read("applications"));
        var read = new Checks();
        var before = read.readIfPresent("cursor", "malformed", cursor, UUID::fromString);
        PageLimit.read(read, limit);
        read.done();
        var one = find(caller, id);
        return applications
                .history(one.id(), before, limit, ApplicationActor.of(caller, ""))
                .map(transition -> TransitionBody.of(transition, locale));
    }
}
