package org.hotline400.server.enrolment.review.web;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.hotline400.server.enrolment.Application;
import org.hotline400.server.enrolment.papers.Paper;
import org.hotline400.server.enrolment.papers.hints.PaperHint;
import org.hotline400.server.enrolment.payments.Payment;
import org.hotline400.server.enrolment.provisioning.Provisioning;
import org.hotline400.server.enrolment.web.ApplicationBody;
import org.hotline400.server.kernel.Violation;
import org.jspecify.annotations.Nullable;

/// An application as its reviewer looks at it.
///
/// @param application persons masked
/// @param overdue whether the promised time is over
/// @param approvals who have found it good
/// @param fields what is known beside each field and paper; one of which nothing is known is not named
/// @param paymentState absent as long as it has no price
/// @param provisioning absent as long as there is nothing to put into service
record ReviewBody(
        ApplicationBody application,
        boolean overdue,
        @Nullable UUID reviewer,
        List<UUID> approvals,
        List<FieldBody> fields,
        @Nullable String paymentState,
        @Nullable ProvisioningBody provisioning) {

    /// @param subject as findings name it: `company.creditCode`, `papers.business-licence`
    /// @param facts that a machine knows to be wrong
    /// @param papers the files that count
    record FieldBody(String subject, List<FactBody> facts, List<FileBody> papers) {}

    record FactBody(String code, String zh, String en) {
        static FactBody of(Violation violation) {
            return new FactBody(violation.code(), violation.chinese().orElse(violation.message()), violation.message());
        }
    }

    /// @param hintsState `waiting`, `reading`, `done`, `failed`
    /// @param hints worth a look, never a verdict
    record FileBody(String id, int place, String type, Instant uploadedAt, String hintsState, List<HintBody> hints) {
        static FileBody of(Paper paper) {
            return new FileBody(
                    paper.id().toString(),
                    paper.place().number(),
                    paper.type().code(),
                    paper.uploadedAt(),
                    paper.hintsState().name().toLowerCase(Locale.ROOT),
                    paper.hints().stream().map(HintBody::of).toList());
        }
    }

    record HintBody(String code, String zh, String en) {
        static HintBody of(PaperHint hint) {
            return new HintBody(hint.kind().code(), hint.chinese(), hint.english());
        }
    }

    /// @param nextAt when it is tried again; absent: done, or given up
    record ProvisioningBody(
            int attempts,
            QueueBody.@Nullable Words problem,
            @Nullable Instant nextAt,
            @Nullable Instant doneAt,
            boolean givenUp) {
        static ProvisioningBody of(Provisioning one) {
            return new ProvisioningBody(
                    one.attempts(),
                    QueueBody.Words.of(one.problem()),
                    one.nextAt().orElse(null),
                    one.doneAt().orElse(null),
                    one.isGivenUp());
        }
    }

    /// What is known of an application beside what it says.
    ///
    /// @param wrong facts by field
    record Known(
            Collection<Violation> wrong,
            List<Paper> papers,
            Optional<Payment> payment,
            Optional<Provisioning> provisioning) {}

    static ReviewBody of(Application one, Known known, Instant now, Locale reader) {
        return new ReviewBody(
                ApplicationBody.masked(one, List.copyOf(known.wrong()), reader),
                one.dueAt().filter(due -> !now.isBefore(due)).isPresent(),
                one.reviewer().orElse(null),
                one.approvals(),
                fields(known),
                known.payment().map(payment -> payment.state().code()).orElse(null),
                known.provisioning().map(ProvisioningBody::of).orElse(null));
    }

    private static List<FieldBody> fields(Known known) {
        Map<String, FieldBody> fields = new TreeMap<>();
        known.wrong()
                .forEach(one -> fields.merge(
                        one.field(),
                        new FieldBody(one.field(), List.of(FactBody.of(one)), List.of()),
                        ReviewBody::both));
        known.papers().stream().filter(Paper::counts).forEach(paper -> {
            var subject = "papers." + paper.kind().code();
            fields.merge(subject, new FieldBody(subject, List.of(), List.of(FileBody.of(paper))), ReviewBody::both);
        });
        return List.copyOf(fields.values());
    }

    private static FieldBody both(FieldBody one, FieldBody other) {
        return new FieldBody(one.subject(), joined(one.facts(), other.facts()), joined(one.papers(), other.papers()));
    }

    private static <T> List<T> joined(List<T> one, List<T> other) {
        return Stream.concat(one.stream(), other.stream()).toList();
    }
}
