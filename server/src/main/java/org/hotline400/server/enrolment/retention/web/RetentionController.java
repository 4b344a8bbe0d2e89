package org.hotline400.server.enrolment.retention.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.retention.DeletionCertificate;
import org.hotline400.server.enrolment.retention.LegalHold;
import org.hotline400.server.enrolment.retention.LegalHolds;
import org.hotline400.server.enrolment.retention.PersonDeletions;
import org.hotline400.server.identity.Caller;
import org.hotline400.server.identity.Scope;
import org.hotline400.server.kernel.Checks;
import org.hotline400.server.kernel.MistakeException;
import org.hotline400.server.web.Problem;
import org.hotline400.server.web.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/// What is kept although its time has come, and proof of what was deleted.
@RestController
@RequestMapping("/api/v1/applications/{id}")
@Tag(name = "register")
class RetentionController {
    private static final Scope READ = Scope.read("register");
    private static final Scope WRITE = Scope.write("register");
    private static final int MOST = 500;
    private static final Problem UNKNOWN =
            Problem.notFound("applications.unknown", "There is no such application.", "没有这个申请。");
    private static final Problem NOT_HELD =
            Problem.notFound("retention.not-held", "No legal hold is in force here.", "该申请没有生效中的法律保留。");
    private static final Problem NOT_DELETED =
            Problem.notFound("retention.not-deleted", "Nothing of this application was deleted.", "该申请的资料没有被删除。");

    private final LegalHolds holds;
    private final PersonDeletions deletions;

    RetentionController(LegalHolds holds, PersonDeletions deletions) {
        this.holds = holds;
        this.deletions = deletions;
    }

    /// @param reason such as the authority and the file number, 1 to 500 characters
    record HoldOrder(@Nullable String reason) {}

    record HoldBody(UUID application, String reason, String setBy, Instant setAt) {
        static HoldBody of(LegalHold hold) {
            return new HoldBody(hold.application().value(), hold.reason(), hold.setBy(), hold.setAt());
        }
    }

    /// @param signature HMAC-SHA-256 of the text's UTF-8, hexadecimal
    /// @param valid whether it fits, under a key of this platform
    record CertificateBody(
            UUID application, Instant deletedAt, String text, String signature, UUID key, boolean valid) {
        static CertificateBody of(DeletionCertificate one) {
            return new CertificateBody(
                    one.application().value(), one.deletedAt(), one.text(), one.signature(), one.key(), one.valid());
        }
    }

    @GetMapping("/legal-hold")
    @Operation(summary = "Shows why an application is kept, whatever the time; for the operator")
    HoldBody hold(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(READ);
        return holds.find(new ApplicationId(id)).map(HoldBody::of).orElseThrow(() -> new ProblemException(NOT_HELD));
    }

    @PutMapping("/legal-hold")
    @Operation(summary = "Keeps persons and papers of an application until it is let go of; for the operator")
    HoldBody set(Caller caller, @PathVariable UUID id, @RequestBody HoldOrder order) {
        caller.requireOperator(WRITE);
        var checks = new Checks();
        var reason = checks.read("reason", "malformed", order.reason(), RetentionController::text);
        checks.done();
        return holds.set(new ApplicationId(id), reason.get(), caller.name())
                .map(HoldBody::of)
                .orElseThrow(() -> new ProblemException(UNKNOWN));
    }

    private static String text(String text) {
        if (text.isBlank() || text.length() > MOST) {
            throw new MistakeException("has 1 to " + MOST + " characters", "请填写 1 至 " + MOST + " 个字符。");
        }
        return text.strip();
    }

    @DeleteMapping("/legal-hold")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Lets go of an application; a second time changes nothing; for the operator")
    void release(Caller caller, @PathVariable UUID id) {
        caller.requireOperator(WRITE);
        holds.release(new ApplicationId(id), caller.name());
    }

    @GetMapping("/deletion-certificate")
    @Operation(summary = "Proves that persons and papers of an application were deleted")
    CertificateBody certificate(Caller caller, @PathVariable UUID id) {
        caller.require(caller.isOperator() ? READ : Scope.read("applications"));
        return deletions
                .certificate(caller, new ApplicationId(id))
                .map(CertificateBody::of)
                .orElseThrow(() -> new ProblemException(NOT_DELETED));
    }
}
