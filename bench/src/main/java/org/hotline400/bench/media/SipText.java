package org.hotline400.bench.media;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// A SIP message (RFC 3261 §7) as far as this agent needs to understand it: no compact forms, no folded lines,
/// one value a line, which is how the platform writes.
record SipText(String startLine, List<String> headers, String body) {
    private static final String END = "\r\n";

    SipText {
        headers = List.copyOf(headers);
    }

    static Optional<SipText> parse(byte[] datagram, int length) {
        var text = new String(datagram, 0, length, StandardCharsets.UTF_8);
        var head = text.indexOf(END + END);
        if (head < 0) {
            return Optional.empty();
        }
        var lines = text.substring(0, head).split(END, -1);
        return Optional.of(
                new SipText(lines[0], Stream.of(lines).skip(1).toList(), text.substring(head + 2 * END.length())));
    }

    boolean isResponse() {
        return startLine.startsWith("SIP/2.0 ");
    }

    /// Of a response.
    int status() {
        return Integer.parseInt(startLine.substring(8, 11));
    }

    /// Of a request; of a response, that of the request it answers.
    String method() {
        var line = isResponse() ? header("CSeq") : startLine;
        return isResponse() ? line.substring(line.indexOf(' ') + 1).strip() : line.substring(0, line.indexOf(' '));
    }

    /// The first of this name; empty when there is none.
    String header(String name) {
        return all(name).findFirst().orElse("");
    }

    private Stream<String> all(String name) {
        var start = name + ":";
        return headers.stream()
                .filter(line -> line.regionMatches(true, 0, start, 0, start.length()))
                .map(line -> line.substring(start.length()).strip());
    }

    String callId() {
        return header("Call-ID");
    }

    /// The URI of a `<…>` header.
    String uri(String name) {
        var value = header(name);
        var from = value.indexOf('<');
        var to = value.indexOf('>');
        return from < 0 || to < from ? value : value.substring(from + 1, to);
    }

    /// The answer to this request (RFC 3261 §8.2.6).
    ///
    /// @param tag of our side, for a dialog that this answer makes or belongs to
    /// @param more header lines
    SipText answer(String status, String tag, List<String> more, String content) {
        var to = header("To");
        var lines = Stream.concat(
                        all("Via").map(via -> "Via: " + via),
                        Stream.of(
                                "From: " + header("From"),
                                "To: " + (to.contains(";tag=") ? to : to + ";tag=" + tag),
                                "Call-ID: " + callId(),
                                "CSeq: " + header("CSeq")))
                .toList();
        return new SipText(
                "SIP/2.0 " + status,
                Stream.concat(lines.stream(), more.stream()).toList(),
                content);
    }

    byte[] bytes() {
        var out = new StringBuilder(startLine).append(END);
        headers.forEach(line -> out.append(line).append(END));
        if (!body.isEmpty()) {
            out.append("Content-Type: application/sdp").append(END);
        }
        out.append("Content-Length: ").append(body.getBytes(StandardCharsets.UTF_8).length);
        return out.append(END).append(END).append(body).toString().getBytes(StandardCharsets.UTF_8);
    }
}
