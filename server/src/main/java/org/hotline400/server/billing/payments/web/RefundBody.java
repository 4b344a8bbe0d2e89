package org.hotline400.server.billing.payments.web;

import java.time.Instant;
import java.util.UUID;
import org.hotline400.server.billing.payments.Refund;
import org.hotline400.server.billing.payments.TopUp;
import org.jspecify.annotations.Nullable;

/// A refund as it is told.
///
/// @param state `unapproved`, `due`, `done`, `failed`, `refused`
/// @param approvedBy the second person, where one was needed
/// @param reference the provider's or the bank's, once it is done
/// @param trouble what the last try came to
record RefundBody(
        UUID id,
        String topUp,
        String tenant,
        String way,
        String amount,
        String state,
        String reason,
        String askedBy,
        @Nullable String approvedBy,
        @Nullable String reference,
        int attempts,
        @Nullable String trouble,
        Instant createdAt,
        @Nullable Instant endedAt) {

    static RefundBody of(Refund refund) {
        return new RefundBody(
                refund.id(),
                refund.topUp().toString(),
                refund.tenant().toString(),
                refund.way().code(),
                refund.amount().toString(),
                refund.state().code(),
                refund.reason(),
                refund.asked().name(),
                refund.approved().map(TopUp.By::name).orElse(null),
                refund.providerReference().orElse(null),
                refund.attempts(),
                refund.error().orElse(null),
                refund.created(),
                refund.ended().orElse(null));
    }
}
