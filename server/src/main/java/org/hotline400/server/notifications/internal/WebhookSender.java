package org.hotline400.server.notifications.internal;

import java.time.Clock;
import java.time.Duration;
import org.hotline400.server.notifications.Destination;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundResponse.Answered;
import org.hotline400.server.outbound.OutboundResponse.Failed;
import org.hotline400.server.outbound.OutboundResponse.Refused;
import org.hotline400.server.outbound.OutboundUrl;
import org.springframework.stereotype.Component;

/// By HTTP POST, signed. Any 2xx takes it.
@Component
class WebhookSender {
    private static final Duration DEADLINE = Duration.ofSeconds(10);
    private static final int EXCERPT = 500;

    private final OutboundHttp http;
    private final Clock clock;

    WebhookSender(OutboundHttp http, Clock clock) {
        this.http = http;
        this.clock = clock;
    }

    Outcome send(Parcel parcel, Destination.Webhook webhook) {
        return outcome(http.send(request(parcel, webhook.url())));
    }

    private OutboundRequest request(Parcel parcel, OutboundUrl url) {
        return OutboundRequest.post(url, "application/json; charset=utf-8", parcel.payload())
                .with("User-Agent", "Hotline400-Webhook/1")
                .with("Hotline-Event", parcel.kind().code())
                .with("Hotline-Delivery", parcel.id().toString())
                .with("Idempotency-Key", parcel.event().toString())
                .with("Hotline-Signature", Signature.of(parcel.payload(), parcel.secrets(), clock.instant()))
                .within(DEADLINE)
                .keeping(EXCERPT);
    }

    private static Outcome outcome(OutboundResponse response) {
        return switch (response) {
            case Answered said ->
                new Outcome(
                        said.status(), said.isSuccess() ? "" : "the receiver answered " + said.status(), said.body());
            case Refused refused -> Outcome.failed(refused.code().code() + ": " + refused.message());
            case Failed failed -> Outcome.failed(failed.code().code() + ": " + failed.message());
        };
    }
}
