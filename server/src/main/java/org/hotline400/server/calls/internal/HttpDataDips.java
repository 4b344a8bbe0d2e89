package org.hotline400.server.calls.internal;

import java.util.Map;
import org.hotline400.server.calls.DataDips;
import org.hotline400.server.outbound.OutboundHttp;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundUrl;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.json.JsonMapper;

/// Asks the enterprises' systems, and takes JSON objects for answers.
@Component
final class HttpDataDips implements DataDips {
    private static final int MOST_BYTES = 64 * 1024;
    private static final int SERVER_ERROR = 500;
    private static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(32)
                            .maxDocumentLength(MOST_BYTES)
                            .build())
                    .build())
            .build();

    private final OutboundHttp http;

    HttpDataDips(OutboundHttp http) {
        this.http = http;
    }

    @Override
    public Answer ask(Question question) {
        try {
            return switch (http.send(request(question))) {
                case OutboundResponse.Answered answered -> read(answered);
                case OutboundResponse.Refused refused -> new Answer.Failed(refused.message(), false);
                case OutboundResponse.Failed failed -> new Answer.Failed(failed.message(), true);
            };
        } catch (IllegalArgumentException e) {
            // A variable's value made it no address or no header.
            return new Answer.Failed(String.valueOf(e.getMessage()), false);
        }
    }

    private static OutboundRequest request(Question question) {
        var url = OutboundUrl.of(question.url());
        var request = switch (question.method()) {
            case GET -> OutboundRequest.get(url);
            case POST -> OutboundRequest.post(url, "application/json", JSON.writeValueAsString(question.body()));
        };
        for (Map.Entry<String, String> header : question.headers().entrySet()) {
            request = request.with(header.getKey(), header.getValue());
        }
        return request.with("Accept", "application/json")
                .within(question.atMost())
                .taking(MOST_BYTES)
                .live();
    }

    private static Answer read(OutboundResponse.Answered answered) {
        if (!answered.isSuccess()) {
            return new Answer.Failed("it answered " + answered.status(), answered.status() >= SERVER_ERROR);
        }
        try {
            var document = JSON.readTree(answered.body());
            return document.isContainer()
                    ? new Answer.Json(document)
                    : new Answer.Failed("its answer is no JSON object", false);
        } catch (JacksonException e) {
            return new Answer.Failed("its answer is no JSON", false);
        }
    }
}
