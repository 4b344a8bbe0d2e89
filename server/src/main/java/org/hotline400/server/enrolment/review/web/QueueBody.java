package org.hotline400.server.enrolment.review.web;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hotline400.server.enrolment.provisioning.Provisioning;
import org.hotline400.server.enrolment.review.QueuedApplication;
import org.hotline400.server.identity.Caller;
import org.jspecify.annotations.Nullable;

/// An application in the queue.
///
/// @param numberClass `ordinary`, `special`, `premium`
/// @param overdue whether the promised time is over
/// @param mine whether the caller has it
/// @param problem why it could not be put into service
record QueueBody(
        String id,
        String tenant,
        String state,
        String channel,
        @Nullable String company,
        @Nullable String entity,
        @Nullable String trade,
        @Nullable String number,
        @Nullable String numberClass,
        @Nullable String tariff,
        @Nullable Instant submittedAt,
        @Nullable Instant dueAt,
        boolean overdue,
        @Nullable UUID reviewer,
        boolean mine,
        int approvals,
        @Nullable Words problem) {

    record Words(String zh, String en) {
        static @Nullable Words of(Optional<Provisioning.Problem> problem) {
            return problem.map(one -> new Words(one.chinese(), one.english())).orElse(null);
        }
    }

    static QueueBody of(QueuedApplication one, Caller caller, Instant now) {
        var wish = one.wish();
        return new QueueBody(
                one.id().toString(),
                one.tenant().toString(),
                one.state().code(),
                one.channel(),
                wish.company().orElse(null),
                wish.entity().orElse(null),
                wish.trade().orElse(null),
                wish.number().orElse(null),
                wish.numberClass().orElse(null),
                wish.tariff().orElse(null),
                one.submittedAt().orElse(null),
                one.dueAt().orElse(null),
                one.isOverdue(now),
                one.reviewer().orElse(null),
                one.reviewer().filter(caller.principal()::equals).isPresent(),
                one.approvals(),
                Words.of(one.problem()));
    }
}
