package org.hotline400.server.enrolment.retention;

import java.time.Instant;
import java.util.Collection;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hotline400.server.enrolment.ApplicationId;
import org.hotline400.server.enrolment.papers.PaperKind;
import org.hotline400.server.kernel.TenantId;

/// Proof that persons and papers of an application were deleted.
///
/// @param text what was signed, letter by letter: one `name: value` a line
/// @param signature HMAC-SHA-256 of the text's UTF-8, lower-case hexadecimal
/// @param key the id of the key it was signed with
/// @param valid whether the signature fits the text, under a key of this platform
public record DeletionCertificate(
        ApplicationId application, Instant deletedAt, String text, String signature, UUID key, boolean valid) {

    static String text(
            ApplicationId application, TenantId tenant, Collection<PaperKind> papers, Instant at, String reason) {
        return """
                hotline400 deletion certificate 1
                application: %s
                tenant: %s
                deleted: persons, messages, papers
                papers: %s
                at: %s
                by: platform
                reason: %s
                """.formatted(
                        application,
                        tenant,
                        papers.stream().map(PaperKind::code).sorted().collect(Collectors.joining(", ")),
                        at,
                        reason);
    }
}
