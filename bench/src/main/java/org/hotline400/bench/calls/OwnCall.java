package org.hotline400.bench.calls;

import java.util.regex.Pattern;

/// One call of the bench's own small client: the messages it sends, and what it reads from those that come.
///
/// @param id tells the call from all others
/// @param local where answers go, `127.0.0.1:5090`
/// @param remote `127.0.0.1:5060`
record OwnCall(String id, String number, String local, String remote) {
    private static final String SDP = """
            v=0\r
            o=- 1 1 IN IP4 127.0.0.1\r
            s=-\r
            c=IN IP4 127.0.0.1\r
            t=0 0\r
            m=audio 40004 RTP/AVP 8 101\r
            a=rtpmap:8 PCMA/8000\r
            a=rtpmap:101 telephone-event/8000\r
            """;
    private static final Pattern CALL_ID = Pattern.compile("(?mi)^(?:call-id|i) *: *(\\S+)");
    private static final Pattern CSEQ = Pattern.compile("(?mi)^cseq *: *\\d+ +(\\S+)");
    private static final Pattern TO = Pattern.compile("(?mi)^(?:to|t) *: *(.*?)\\r?$");
    private static final Pattern CONTACT = Pattern.compile("(?mi)^(?:contact|m) *: *<?([^>;\\r]+)");
    private static final Pattern ROUTE = Pattern.compile("(?mi)^record-route *: *(.*?)\\r?$");

    String invite() {
        return "INVITE sip:" + number + "@" + remote + " SIP/2.0\r\n"
                + head("INVITE", 1, "i", "<sip:" + number + "@" + remote + ">", "")
                + "Contact: <sip:13900000000@" + local + ">\r\nContent-Type: application/sdp\r\nContent-Length: "
                + SDP.length() + "\r\n\r\n" + SDP;
    }

    /// @param answer the 200 of the INVITE
    String ack(String answer) {
        return within("ACK", 1, "a", answer);
    }

    String bye(String answer) {
        return within("BYE", 2, "b", answer);
    }

    private String within(String method, int sequence, String branch, String answer) {
        var contact = first(CONTACT, answer);
        return method + " " + contact + " SIP/2.0\r\n"
                + head(method, sequence, branch, first(TO, answer), routes(answer)) + "Content-Length: 0\r\n\r\n";
    }

    private static String routes(String answer) {
        var routes =
                ROUTE.matcher(answer).results().map(route -> route.group(1)).toList();
        return String.join(
                "",
                routes.reversed().stream()
                        .map(route -> "Route: " + route + "\r\n")
                        .toList());
    }

    private String head(String method, int sequence, String branch, String to, String routes) {
        return "Via: SIP/2.0/UDP " + local + ";branch=z9hG4bK-" + id + "-" + branch + "\r\n" + routes
                + "Max-Forwards: 70\r\nFrom: <sip:13900000000@127.0.0.1>;tag=" + id + "\r\nTo: " + to
                + "\r\nCall-ID: " + id + "\r\nCSeq: " + sequence + " " + method + "\r\n";
    }

    static String callId(String message) {
        return first(CALL_ID, message);
    }

    /// The method that a response answers.
    static String method(String message) {
        return first(CSEQ, message);
    }

    /// 0 for a request.
    static int status(String message) {
        return message.startsWith("SIP/2.0 ") && message.length() > 11 ? Integer.parseInt(message.substring(8, 11)) : 0;
    }

    private static String first(Pattern pattern, String message) {
        var match = pattern.matcher(message);
        return match.find() ? match.group(1) : "";
    }
}
