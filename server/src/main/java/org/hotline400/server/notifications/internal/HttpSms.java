package org.hotline400.server.notifications.internal;

import java.nio.charset.StandardCharsets;
import org.hotline400.server.kernel.HotlineSettings;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundResponse.Answered;
import org.hotline400.server.outbound.OutboundResponse.Failed;
import org.hotline400.server.outbound.OutboundResponse.Refused;
import org.hotline400.server.outbound.OutboundUrl;
import tools.jackson.core.io.JsonStringEncoder;

/// By the HTTP interface of a service: a POST of JSON for each message; any 2xx takes it.
final class HttpSms implements SmsPost {
    private static final int EXCERPT = 500;

    private final OutboundHttp http;
    private final HotlineSettings.Sms settings;
    private final OutboundUrl url;

    HttpSms(OutboundHttp http, HotlineSettings.Sms settings, OutboundUrl url) {
        this.http = http;
        this.settings = settings;
        this.url = url;
    }

    @Override
    public Outcome send(Sms sms) {
        var request = OutboundRequest.post(url, "application/json; charset=utf-8", body(sms))
                .with("Idempotency-Key", sms.id())
                .keeping(EXCERPT);
        if (!settings.token().isEmpty()) {
            request = request.with("Authorization", "Bearer " + settings.token());
        }
        return switch (http.send(request)) {
            case Answered said ->
                new Outcome(
                        said.status(),
                        said.isSuccess() ? "" : "the SMS service answered " + said.status(),
                        said.body());
            case Refused refused -> Outcome.failed(refused.code().code() + ": " + refused.message());
            case Failed failed -> Outcome.failed(failed.code().code() + ": " + failed.message());
        };
    }

    private String body(Sms sms) {
        return settings.template().replace("{to}", quoted(sms.to())).replace("{text}", quoted(sms.text()));
    }

    private static String quoted(String text) {
        return new String(JsonStringEncoder.getInstance().quoteAsUTF8(text), StandardCharsets.UTF_8);
    }
}
