package org.hotline400.server.enrolment.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.Finding;
import org.hotline400.server.enrolment.form.FormMask;
import org.hotline400.server.kernel.TenantId;
import org.hotline400.server.kernel.Violation;
import org.jspecify.annotations.Nullable;

/// An application on the wire.
///
/// @param version send it back as `If-Match` or `version` with the next change
/// @param state `draft`, `submitted`, `paid`, `in-review`, `correction-asked`, `approved`, `provisioned`,
///     `live`, `rejected`, `withdrawn`, `lapsed`
/// @param channel `online`, `paper`
/// @param payment when it is paid: `before-review`, `after-review`
/// @param reseller the tenant that took it in; absent: nobody did
/// @param editable whether the applicant may change fields and papers now
/// @param form persons are masked, unless they were asked for in clear
/// @param findings what a reviewer wants corrected, or why it was rejected
/// @param violations what is wrong with the fields that are filled in, in the reader's language
public record ApplicationBody(
        UUID id,
        String tenant,
        long version,
        String state,
        String channel,
        String payment,
        @Nullable String reseller,
        boolean editable,
        FormBody form,
        List<FindingBody> findings,
        List<Violation> violations,
        Instant createdAt,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,
        @Nullable Instant lapsesAt,
        @Nullable Instant paidAt) {

    /// @param subject `company.name`, `papers.business-licence`
    /// @param message in the reader's language
    public record FindingBody(String subject, String code, String message) {
        public static FindingBody of(Finding finding, Locale reader) {
            var chinese = "zh".equals(reader.getLanguage());
            return new FindingBody(finding.subject(), finding.code(), chinese ? finding.chinese() : finding.english());
        }
    }

    /// With its persons masked.
    ///
    /// @param violations what is wrong with it so far
    public static ApplicationBody masked(Application one, List<Violation> violations, Locale reader) {
        return of(one, FormBody.of(FormMask.mask(one.form())), violations, reader);
    }

    /// With its persons in clear: a look that belongs into the audit trail.
    ///
    /// @param violations what is wrong with it so far
    public static ApplicationBody clear(Application one, List<Violation> violations, Locale reader) {
        return of(one, FormBody.of(one.form()), violations, reader);
    }

    private static ApplicationBody of(Application one, FormBody form, List<Violation> violations, Locale reader) {
        return new ApplicationBody(
                one.id().value(),
                one.tenant().toString(),
                one.version(),
                one.state().code(),
                one.intake().channel().name().toLowerCase(Locale.ROOT),
                one.policy().code(),
                one.intake().reseller().map(TenantId::toString).orElse(null),
                one.state().isEditable(),
                form,
                one.findings().stream()
                        .map(finding -> FindingBody.of(finding, reader))
                        .toList(),
                violations.stream().map(violation -> violation.in(reader)).toList(),
                one.createdAt(),
                one.submittedAt().orElse(null),
                one.dueAt().orElse(null),
                one.lapsesAt().orElse(null),
                one.paidAt().orElse(null));
    }
}
