package org.hotline400.server.outbound;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// One HTTP request to an address that a customer named.
///
/// ```java
/// http.send(OutboundRequest.get(url).within(Duration.ofSeconds(2)).live());
/// http.send(OutboundRequest.post(url, "application/json", body).with("Authorization", "Bearer …"));
/// ```
///
/// @param headers beside those that the client sets itself
/// @param content may be empty
public record OutboundRequest(
        Method method, OutboundUrl url, Map<String, String> headers, Content content, Terms terms) {
    private static final int MOST_HEADERS = 50;
    private static final int MOST_HEADER_LENGTH = 4096;
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]{1,100}");
    private static final Pattern VISIBLE = Pattern.compile("[\\t\\x20-\\x7e]*");
    /// They frame the request or belong to the connection.
    private static final Set<String> NOT_OURS_TO_SET = Set.of(
            "host",
            "content-length",
            "transfer-encoding",
            "connection",
            "keep-alive",
            "upgrade",
            "te",
            "trailer",
            "expect",
            "proxy-authorization",
            "proxy-connection");

    public enum Method {
        GET,
        POST,
        PUT,
        PATCH,
        DELETE
    }

    /// What is sent along.
    ///
    /// @param text empty for none; goes out as UTF-8
    public record Content(String type, String text) {
        public static final Content NONE = new Content("", "");

        public byte[] bytes() {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    /// Who waits: the two share no connection, so that neither can hold up the other.
    public enum Urgency {
        /// A caller on the line.
        LIVE,
        BACKGROUND
    }

    /// What becomes of an answer that is longer than it may be.
    public enum Longer {
        FAILS,
        IS_CUT
    }

    /// How far the request goes.
    ///
    /// @param deadline from the call to the answer's last byte: waiting for a connection, name, connect, TLS,
    ///     headers, body, redirects; 50 ms to 5 minutes
    /// @param mostBytes of the answer's body
    /// @param redirects how many are followed, each checked like the first address; 0 to 5
    public record Terms(Duration deadline, int mostBytes, Longer longer, int redirects, Urgency urgency) {
        private static final Duration LEAST = Duration.ofMillis(50);
        private static final Duration MOST = Duration.ofMinutes(5);
        private static final int MOST_BYTES = 16 * 1024 * 1024;
        private static final int MOST_REDIRECTS = 5;

        public static final Terms USUAL =
                new Terms(Duration.ofSeconds(10), 64 * 1024, Longer.FAILS, 0, Urgency.BACKGROUND);

        public Terms {
            if (deadline.compareTo(LEAST) < 0 || deadline.compareTo(MOST) > 0) {
                throw new IllegalArgumentException("the deadline is 50 ms to 5 minutes, was " + deadline);
            }
            if (mostBytes < 0 || mostBytes > MOST_BYTES) {
                throw new IllegalArgumentException("an answer has at most " + MOST_BYTES + " bytes, was " + mostBytes);
            }
            if (redirects < 0 || redirects > MOST_REDIRECTS) {
                throw new IllegalArgumentException("0 to 5 redirects are followed, was " + redirects);
            }
        }
    }

    public OutboundRequest {
        headers = Map.copyOf(headers);
        if (headers.size() > MOST_HEADERS) {
            throw new IllegalArgumentException("a request has at most " + MOST_HEADERS + " headers");
        }
        headers.forEach(OutboundRequest::requireHeader);
        if (!content.text().isEmpty()) {
            requireHeader("Content-Type", content.type());
        }
    }

    /// @throws IllegalArgumentException when this cannot be sent as a header
    public static void requireHeader(String name, String value) {
        if (!TOKEN.matcher(name).matches() || NOT_OURS_TO_SET.contains(name.toLowerCase(Locale.ROOT))) {
            throw new IllegalArgumentException("\"" + name + "\" cannot be set as a header");
        }
        if (value.length() > MOST_HEADER_LENGTH || !VISIBLE.matcher(value).matches()) {
            throw new IllegalArgumentException(
                    "the header " + name + " has at most " + MOST_HEADER_LENGTH + " visible ASCII characters");
        }
    }

    public static OutboundRequest get(OutboundUrl url) {
        return new OutboundRequest(Method.GET, url, Map.of(), Content.NONE, Terms.USUAL);
    }

    public static OutboundRequest post(OutboundUrl url, String type, String text) {
        return new OutboundRequest(Method.POST, url, Map.of(), new Content(type, text), Terms.USUAL);
    }

    /// With one header more.
    public OutboundRequest with(String name, String value) {
        var more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new OutboundRequest(method, url, more, content, terms);
    }

    public OutboundRequest on(Terms changed) {
        return new OutboundRequest(method, url, headers, content, changed);
    }

    /// With another deadline for the whole of it.
    public OutboundRequest within(Duration deadline) {
        return on(new Terms(deadline, terms.mostBytes, terms.longer, terms.redirects, terms.urgency));
    }

    /// Keeps the beginning of the answer's body and does not wait for the rest.
    public OutboundRequest keeping(int bytes) {
        return on(new Terms(terms.deadline, bytes, Longer.IS_CUT, terms.redirects, terms.urgency));
    }

    /// Takes an answer of at most so many bytes; a longer one is a failure.
    public OutboundRequest taking(int bytes) {
        return on(new Terms(terms.deadline, bytes, Longer.FAILS, terms.redirects, terms.urgency));
    }

    public OutboundRequest following(int redirects) {
        return on(new Terms(terms.deadline, terms.mostBytes, terms.longer, redirects, terms.urgency));
    }

    /// Somebody is on the line.
    public OutboundRequest live() {
        return on(new Terms(terms.deadline, terms.mostBytes, terms.longer, terms.redirects, Urgency.LIVE));
    }
}
