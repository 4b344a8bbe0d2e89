package org.hotline400.server.enrolment.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.ApplicationActor;
import org.hotline400.server.enrolment.ApplicationChange;
import org.hotline400.server.enrolment.ApplicationFilter;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.ApplicationState;
import org.hotline400.server.enrolment.Applications;
import org.hotline400.server.enrolment.Intake;
import org.hotline400.server.enrolment.internal.SubmissionChecks;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.identity.Tenants;
import org.hotline400.server.identity.audit.Reveals;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.Page;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.web.PageLimit;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Enterprises apply for numbers; account managers and resellers do it for them.
@RestController
@RequestMapping("/api/v1/applications")
@Tag(name = "applications")
class ApplicationsController {
    private final Applications applications;
    private final SubmissionChecks checks;
    private final Tenants tenants;

    ApplicationsController(Applications applications, SubmissionChecks checks, Tenants tenants) {
        this.applications = applications;
        this.checks = checks;
        this.tenants = tenants;
    }

    /// @param tenant for which enterprise: the caller's own when absent; another one for account managers and
    ///     resellers
    /// @param channel `online` by default; `paper` for account managers who key in what came on paper
    record Beginning(@Nullable String tenant, @Nullable String channel) {}

    @PostMapping
    @Operation(
            summary = "Begins an application, empty",
            description = "201; 200 with the application as it is now when the same `Idempotency-Key` came before.")
    ResponseEntity<ApplicationBody> begin(
            Caller caller,
            @RequestBody(required = false) @Nullable Beginning body,
            @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
            Locale locale) {
        caller.require(Scope.write("applications"));
        var order = body == null ? new Beginning(null, null) : body;
        var read = new Checks();
        var tenant = read.readIfPresent("tenant", "malformed", order.tenant(), TenantId::of)
                .orElse(caller.tenant());
        var channel = read.readIfPresent("channel", "malformed", order.channel(), Channels::parse)
                .orElse(Intake.Channel.ONLINE);
        var request = read.readIfPresent("Idempotency-Key", "malformed", key, Channels::requestKey);
        read.done();
        var intake = Channels.intake(caller, tenants, tenant, channel);
        var change = applications.begin(tenant, intake, request, ApplicationActor.of(caller, ""));
        return answer(change, change instanceof ApplicationChange.Done ? HttpStatus.CREATED : HttpStatus.OK, locale);
    }

    private ResponseEntity<ApplicationBody> answer(ApplicationChange change, HttpStatus status, Locale locale) {
        var now = ApplicationAnswers.application(change);
        return ResponseEntity.status(status)
                .eTag(Long.toString(now.version()))
                .body(ApplicationBody.masked(now, checks.wrong(now), locale));
    }

    @GetMapping
    @Operation(
            summary = "Lists the applications that the caller sees, the newest first",
            description = "Its own tenant's, those that it took in for others, or all for the operator's people;"
                    + " persons are masked. `state` may be given several times.")
    Page<ApplicationBody> list(
            Caller caller,
            @RequestParam(required = false) @Nullable List<String> state,
            @RequestParam(required = false) @Nullable String tenant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "" + PageLimit.USUAL) int limit,
            Locale locale) {
        caller.require(Scope.read("applications"));
        var read = new Checks();
        var states = (state == null ? List.<String>of() : state)
                .stream()
                        .flatMap(one -> read.readIfPresent("state", "malformed", one, ApplicationState::of).stream())
                        .collect(Collectors.toSet());
        var only = read.readIfPresent("tenant", "malformed", tenant, TenantId::of);
        var after = read.readIfPresent("cursor", "malformed", cursor, ApplicationId::of);
        PageLimit.read(read, limit);
        read.done();
        var filter = only.map(ApplicationFilter.ALL::of)
                .orElse(ApplicationFilter.ALL)
                .in(states);
        return applications
                .list(filter, after, limit, ApplicationActor.of(caller, ""))
                .map(one -> ApplicationBody.masked(one, checks.wrong(one), locale));
    }

    @GetMapping("/{id}")
    @Operation(
            summary = "Shows an application, its persons masked",
            description = "With `clear=true` in clear, for the scope `papers:read`; each such look is written down.")
    ResponseEntity<ApplicationBody> show(Caller caller, @PathVariable String id, Locale locale) {
        caller.require(Scope.read("applications"));
        var one = find(caller, id);
        return ResponseEntity.ok()
                .eTag(Long.toString(one.version()))
                .body(ApplicationBody.masked(one, checks.wrong(one), locale));
    }

    @GetMapping(path = "/{id}", params = "clear=true")
    @Reveals("applications")
    @Operation(
            summary = "Shows an application, its persons masked",
            description = "With `clear=true` in clear, for the scope `papers:read`; each such look is written down.")
    ResponseEntity<ApplicationBody> showClear(Caller caller, @PathVariable String id, Locale locale) {
        caller.require(Scope.read("applications"));
        caller.require(Scope.read("papers"));
        var one = find(caller, id);
        return ResponseEntity.ok()
                .eTag(Long.toString(one.version()))
                .body(ApplicationBody.clear(one, checks.wrong(one), locale));
    }

    private Application find(Caller caller, String id) {
        return applications
                .find(Channels.id(id), ApplicationActor.of(caller, ""))
                .orElseThrow(() -> new ProblemException(ApplicationAnswers.UNKNOWN));
    }

    /// The whole form: what is absent is empty afterwards.
    ///
    /// @param version that it was made from; may be sent as `If-Match` instead
    record FormOrder(@Nullable Long version, @Nullable FormBody form) {}

    @PutMapping("/{id}/form")
    @Operation(
            summary = "Writes what an application says",
            description =
                    "The whole form, from the version that it was made from (`If-Match` or `version`). What is wrong"
                            + " is kept as it was typed and told in `violations`. 409 `applications.outdated` when it was changed"
                            + " meanwhile; 422 `applications.not-asked` for fields that a reviewer did not ask to correct.")
    ResponseEntity<ApplicationBody> edit(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody FormOrder body,
            Locale locale) {
        caller.require(Scope.write("applications"));
        var application = Channels.id(id);
        var read = new Checks();
        var version = Channels.version(match, body.version(), read);
        var form = read.read("form", "malformed", body.form(), one -> one.read(read));
        read.done();
        return answer(
                applications.edit(application, version.get(), form.get(), ApplicationActor.of(caller, "")),
                HttpStatus.OK,
                locale);
    }

    /// @param version that the sender has seen; may be sent as `If-Match` instead
    record SubmissionOrder(@Nullable Long version) {}

    @PostMapping("/{id}/submission")
    @Operation(
            summary = "Hands an application in, and reserves its number",
            description =
                    "422 `applications.incomplete` with everything that is missing or wrong; 409 with the number's own"
                            + " code when it was not to be had. Sent a second time it finds things as before.")
    ResponseEntity<ApplicationBody> submit(
            Caller caller,
            @PathVariable String id,
            @RequestHeader(name = "If-Match", required = false) @Nullable String match,
            @RequestBody(required = false) @Nullable SubmissionOrder body,
            Locale locale) {
        caller.require(Scope.write("applications"));
        var application = Channels.id(id);
        var read = new Checks();
        var version = Channels.version(match, body == null ? null : body.version(), read);
        read.done();
        return answer(
                applications.submit(application, version.get(), ApplicationActor.of(caller, "")),
                HttpStatus.OK,
                locale);
    }

    /// @param reason for the history
    record WithdrawalOrder(@Nullable String reason) {}

    @PostMapping("/{id}/withdrawal")
    @Operation(summary = "Takes an application back; its number is free again")
    ResponseEntity<ApplicationBody> withdraw(
            Caller caller,
            @PathVariable String id,
            @RequestBody(required = false) @Nullable WithdrawalOrder body,
            Locale locale) {
        caller.require(Scope.write("applications"));
        var application = Channels.id(id);
        var read = new Checks();
        var reason = Optional.ofNullable(body)
                .flatMap(order -> read.readIfPresent("reason", "malformed", order.reason(), Channels::reason))
                .orElse("");
        read.done();
        return answer(applications.withdraw(application, ApplicationActor.of(caller, reason)), HttpStatus.OK, locale);
    }
}
