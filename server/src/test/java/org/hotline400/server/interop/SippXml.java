package org.hotline400.server.interop;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The steps of a SIPp scenario as SIPp reads them: `send`, `recv`, `pause`.
final class SippXml {
    /// What is kept of a request, so that it can be answered after others came.
    private static final List<String> KEPT = List.of("Via", "From", "To", "CSeq");

    private final StringBuilder steps = new StringBuilder();
    private final Set<String> variables = new LinkedHashSet<>();

    /// @param repeated whether SIPp repeats it until what is expected next has come (timers A and E of RFC 3261)
    void send(boolean repeated, String message) {
        steps.append(repeated ? "<send retrans=\"500\">" : "<send>")
                .append("<![CDATA[\n\n")
                .append(message)
                .append("\n]]></send>\n");
    }

    void receive(int status, Duration atMost) {
        steps.append("<recv response=\"%d\" rrs=\"true\" timeout=\"%d\"/>\n".formatted(status, atMost.toMillis()));
    }

    /// As [#receive], and SIPp fails unless this header or the body matches.
    void receive(int status, Duration atMost, String pattern) {
        steps.append("<recv response=\"%d\" rrs=\"true\" timeout=\"%d\">".formatted(status, atMost.toMillis()))
                .append(action("<ereg regexp=\"%s\" search_in=\"msg\" check_it=\"true\" assign_to=\"%s\"/>"
                        .formatted(pattern, variable("checked" + variables.size()))))
                .append("</recv>\n");
    }

    /// As [#receive], and keeps the number of a reliable provisional response (RFC 3262 §7.1) for `[$rseq]`.
    void receiveReliable(int status, Duration atMost) {
        steps.append("<recv response=\"%d\" rrs=\"true\" timeout=\"%d\">".formatted(status, atMost.toMillis()))
                .append(action(
                        "<ereg regexp=\"[0-9]+\" search_in=\"hdr\" header=\"RSeq:\" check_it=\"true\" assign_to=\"%s\"/>"
                                .formatted(variable("rseq"))))
                .append("</recv>\n");
    }

    /// Passed over when it does not come before the next that must.
    void receiveIfAny(int status) {
        steps.append("<recv response=\"%d\" optional=\"true\"/>\n".formatted(status));
    }

    /// Both, in whichever order they come.
    void receiveBoth(int one, int other, Duration atMost) {
        String otherFirst = "other" + steps.length();
        String done = "done" + steps.length();
        steps.append("<recv response=\"%d\" optional=\"true\" next=\"%s\"/>\n".formatted(other, otherFirst));
        receive(one, atMost);
        steps.append("<recv response=\"%d\" timeout=\"%d\" next=\"%s\"/>\n".formatted(other, atMost.toMillis(), done));
        steps.append("<label id=\"%s\"/>\n".formatted(otherFirst));
        receive(one, atMost);
        steps.append("<label id=\"%s\"/>\n".formatted(done));
    }

    void receive(String method, Duration atMost) {
        steps.append("<recv request=\"%s\" rrs=\"true\" timeout=\"%d\"/>\n".formatted(method, atMost.toMillis()));
    }

    /// Receives a request and keeps it under a name, for [#answerTo].
    void receive(String method, String name, Duration atMost) {
        receive(method, atMost, keeping(name));
    }

    /// As [#receive], and SIPp fails unless the request proves this account by its digest.
    void receiveProven(String method, String name, String user, String password, Duration atMost) {
        String proven = variable(name + "Proven");
        receive(
                method,
                atMost,
                keeping(name)
                        + "<verifyauth assign_to=\"%s\" username=\"%s\" password=\"%s\"/>"
                                .formatted(proven, user, password));
        // SIPp cannot fail at will: it waits for what nobody sends.
        steps.append("<nop test=\"%s\" next=\"%s\"/>\n".formatted(proven, proven))
                .append("<recv request=\"NEVER\" timeout=\"1\"/>\n")
                .append("<label id=\"%s\"/>\n".formatted(proven));
    }

    private String keeping(String name) {
        var actions = new StringBuilder();
        for (String header : KEPT) {
            actions.append("<ereg regexp=\".*\" search_in=\"hdr\" header=\"%s:\" assign_to=\"%s\"/>"
                    .formatted(header, variable(name + header)));
        }
        return actions.toString();
    }

    private void receive(String method, Duration atMost, String actions) {
        steps.append("<recv request=\"%s\" rrs=\"true\" timeout=\"%d\">".formatted(method, atMost.toMillis()))
                .append(action(actions))
                .append("</recv>\n");
    }

    private static String action(String actions) {
        return "<action>" + actions + "</action>";
    }

    private String variable(String name) {
        variables.add(name);
        return name;
    }

    /// The head of an answer to the request kept under this name.
    ///
    /// @param tag added to its To; empty where it has one already
    static String answerTo(String name, String status, String tag) {
        return String.join(
                "\n",
                "SIP/2.0 " + status,
                "Via: [$" + name + "Via]",
                "From: [$" + name + "From]",
                "To: [$" + name + "To]" + (tag.isEmpty() ? "" : ";tag=" + tag),
                "Call-ID: [call_id]",
                "CSeq: [$" + name + "CSeq]");
    }

    /// The head of an answer to the request received last.
    static String answerToLast(String status, String tag) {
        return String.join(
                "\n",
                "SIP/2.0 " + status,
                "[last_Via:]",
                "[last_From:]",
                "[last_To:]" + (tag.isEmpty() ? "" : ";tag=" + tag),
                "[last_Call-ID:]",
                "[last_CSeq:]");
    }

    void pause(Duration length) {
        steps.append("<pause milliseconds=\"%d\"/>\n".formatted(length.toMillis()));
    }

    /// The call counts as over, and for this long what the peer repeats is answered again.
    void linger(Duration length) {
        steps.append("<timewait milliseconds=\"%d\"/>\n".formatted(length.toMillis()));
    }

    String document(String name) {
        // SIPp refuses a variable that nobody reads.
        String read =
                variables.isEmpty() ? "" : "<Reference variables=\"%s\"/>\n".formatted(String.join(",", variables));
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<scenario name=\"%s\">\n%s%s</scenario>\n"
                .formatted(name, steps, read);
    }
}
