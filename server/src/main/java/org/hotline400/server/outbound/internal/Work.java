package org.hotline400.server.outbound.internal;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.hotline400.server.outbound.OutboundRequest;
import org.hotline400.server.outbound.OutboundRequest.Content;
import org.hotline400.server.outbound.OutboundRequest.Longer;
import org.hotline400.server.outbound.OutboundRequest.Method;
import org.hotline400.server.outbound.OutboundResponse;
import org.hotline400.server.outbound.OutboundResponse.Answered;
import org.hotline400.server.outbound.OutboundResponse.Failed;
import org.hotline400.server.outbound.OutboundResponse.Failure;
import org.hotline400.server.outbound.OutboundResponse.Refusal;
import org.hotline400.server.outbound.OutboundResponse.Refused;
import org.hotline400.server.outbound.OutboundUrl;
import org.jspecify.annotations.Nullable;

/// One request from its first address to the answer, over as many redirects as it follows.
final class Work {
    private static final Set<Integer> REDIRECTS = Set.of(301, 302, 303, 307, 308);
    /// What may be told to another service than the one the request was meant for.
    private static final Set<String> HARMLESS = Set.of("accept", "accept-language", "user-agent");

    private final Lane lane;
    private final OutboundRequest request;
    private final long began = System.nanoTime();
    private volatile @Nullable HttpUriRequestBase current;
    private volatile boolean aborted;

    Work(Lane lane, OutboundRequest request) {
        this.lane = lane;
        this.request = request;
    }

    /// One hop of the way.
    private record Hop(OutboundUrl url, Method method, Map<String, String> headers, Content content) {}

    OutboundResponse run() {
        try {
            return follow(new Hop(request.url(), request.method(), request.headers(), request.content()));
        } catch (IOException | RuntimeException e) {
            return Failures.of(e);
        }
    }

    private OutboundResponse follow(Hop first) throws IOException {
        var hop = first;
        for (int left = request.terms().redirects(); ; left--) {
            var answer = ask(hop);
            if (left == 0 || !(answer instanceof Answered redirect) || !REDIRECTS.contains(redirect.status())) {
                return answer;
            }
            var next = next(hop, redirect);
            if (next.isEmpty()) {
                return new Refused(
                        Refusal.REDIRECT_NOT_ALLOWED,
                        hop.url().host() + " redirected to no address, or from https to http");
            }
            hop = next.get();
        }
    }

    /// RFC 9110 §15.4: 307 and 308 repeat the request, the others ask by GET.
    private static Optional<Hop> next(Hop before, Answered redirect) {
        var repeats = redirect.status() == 307 || redirect.status() == 308;
        return before.url()
                .towards(redirect.header("location").orElse(null))
                .filter(url -> url.isEncrypted() || !before.url().isEncrypted())
                .map(url -> new Hop(
                        url,
                        repeats ? before.method() : Method.GET,
                        before.url().isSameOrigin(url) ? before.headers() : harmless(before.headers()),
                        repeats ? before.content() : Content.NONE));
    }

    private static Map<String, String> harmless(Map<String, String> headers) {
        var kept = new LinkedHashMap<>(headers);
        kept.keySet().removeIf(name -> !HARMLESS.contains(name.toLowerCase(Locale.ROOT)));
        return kept;
    }

    private OutboundResponse ask(Hop hop) throws IOException {
        var asked = new HttpUriRequestBase(hop.method().name(), hop.url().uri());
        hop.headers().forEach(asked::setHeader);
        if (!hop.content().text().isEmpty()) {
            asked.setHeader("Content-Type", hop.content().type());
            asked.setEntity(new ByteArrayEntity(hop.content().bytes(), null));
        }
        current = asked;
        if (aborted) {
            return new Failed(Failure.CANCELLED, "the request was given up");
        }
        var left = request.terms().deadline().minusNanos(System.nanoTime() - began);
        if (left.compareTo(Duration.ofMillis(1)) < 0) {
            return new Failed(Failure.TIMEOUT, "nothing was left of the deadline");
        }
        try (var answer = lane.open(hop.url(), asked, left)) {
            return read(asked, answer);
        }
    }

    private OutboundResponse read(HttpUriRequestBase asked, ClassicHttpResponse answer) throws IOException {
        int most = request.terms().mostBytes();
        byte[] body = beginning(answer.getEntity(), most + 1);
        if (body.length > most) {
            // Closing would read the rest, which may have no end.
            asked.cancel();
            if (request.terms().longer() == Longer.FAILS) {
                return new Failed(Failure.TOO_LARGE, "the answer has more than " + most + " bytes");
            }
            return Answered.of(answer.getCode(), headers(answer), Arrays.copyOf(body, most), false);
        }
        return Answered.of(answer.getCode(), headers(answer), body, true);
    }

    private static byte[] beginning(@Nullable HttpEntity entity, int most) throws IOException {
        if (entity == null) {
            return new byte[0];
        }
        var content = entity.getContent();
        return content == null ? new byte[0] : content.readNBytes(most);
    }

    private static Map<String, List<String>> headers(ClassicHttpResponse answer) {
        return Arrays.stream(answer.getHeaders())
                .collect(Collectors.groupingBy(
                        header -> header.getName().toLowerCase(Locale.ROOT),
                        Collectors.mapping(
                                header -> header.getValue() == null ? "" : header.getValue(), Collectors.toList())));
    }

    /// Closes the connection, wherever the request is.
    void abort() {
        aborted = true;
        var asked = current;
        if (asked != null) {
            asked.cancel();
        }
    }
}
