package org.hotline400.server.interop;

import java.time.Duration;

/// What one side of a call does, step by step, played by SIPp. Keywords of SIPp: `caller` is its number, `door`
/// the port of the road that leads to the server.
final class SippScript {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final String TAG = "[pid]t[call_number]";
    private static final String INVITE = "i";

    private final SippXml xml = new SippXml();
    private final boolean calling;
    private int sequence;
    private int invitation = 1;
    /// Whether the INVITE is what came last: then SIPp can copy all its Via and Record-Route.
    private boolean invitedLast;

    private SippScript(boolean calling) {
        this.calling = calling;
    }

    /// The side that places the call.
    static SippScript caller() {
        return new SippScript(true);
    }

    /// The side that is called.
    static SippScript branch() {
        var script = new SippScript(false).keep("INVITE", INVITE);
        script.invitedLast = true;
        return script;
    }

    // --- the first INVITE ---

    SippScript invite() {
        return invite(sdp("sendrecv"));
    }

    /// Leaves the offer to the server (RFC 3261 §13.2.1).
    SippScript inviteWithoutOffer() {
        return invite("");
    }

    /// Wants provisional responses to be reliable (RFC 3262).
    SippScript inviteReliably() {
        sequence++;
        var head = requestLine("INVITE") + head("INVITE", 1, 1, "To: " + server()) + "Require: 100rel\n";
        xml.send(true, withBody(head, sdp("sendrecv")));
        return this;
    }

    private SippScript invite(String body) {
        sequence++;
        return repeat(requestLine("INVITE"), "To: " + server(), body);
    }

    /// Sends it without waiting for anything, and never again: SIPp does nothing else while it repeats.
    SippScript inviteOnce() {
        sequence++;
        return inviteAgain();
    }

    /// Sends the same INVITE a second time, as if the first answer had been lost.
    SippScript inviteAgain() {
        xml.send(false, withBody(requestLine("INVITE") + head("INVITE", 1, 1, "To: " + server()), sdp("sendrecv")));
        return this;
    }

    SippScript cancel() {
        xml.send(true, withBody(requestLine("CANCEL") + head("CANCEL", 1, 1, "To: " + server()), ""));
        return this;
    }

    /// Acknowledges a refusal: part of the INVITE's own transaction (RFC 3261 §17.1.1.3).
    SippScript ackRefusal() {
        xml.send(false, withBody(requestLine("ACK") + head("ACK", invitation, invitation, party()), ""));
        return this;
    }

    /// A request outside any dialog.
    SippScript ask(String method) {
        sequence++;
        return repeat(requestLine(method), "To: " + server(), "");
    }

    private SippScript repeat(String line, String to, String body) {
        String method = line.substring(0, line.indexOf(' '));
        xml.send(true, withBody(line + head(method, sequence, sequence, to), body));
        return this;
    }

    // --- in the dialog ---

    SippScript ack() {
        return ack("");
    }

    /// The answer to an offer that came with the 200.
    SippScript ackWithAnswer() {
        return ack(sdp("sendrecv"));
    }

    private SippScript ack(String body) {
        xml.send(
                false,
                withBody("ACK [next_url] SIP/2.0\n" + head("ACK", invitation, 100 + invitation, routed()), body));
        return this;
    }

    /// Expects this provisional response to be reliable, and acknowledges it (RFC 3262 §4).
    SippScript prack(int status) {
        xml.receiveReliable(status, PATIENCE);
        sequence++;
        var acknowledged = routed() + "\nRAck: [$rseq] 1 INVITE";
        return repeat("PRACK [next_url] SIP/2.0\n", acknowledged, "").expect(200);
    }

    SippScript bye() {
        sequence++;
        return repeat("BYE [next_url] SIP/2.0\n", routed(), "");
    }

    /// Asks to change the session (RFC 3261 §14).
    ///
    /// @param direction `sendonly` holds, `sendrecv` resumes
    SippScript reinvite(String direction) {
        return reinviteWith(sdp(direction));
    }

    /// Asks the same with UPDATE (RFC 3311).
    SippScript update(String direction) {
        sequence++;
        return repeat("UPDATE [next_url] SIP/2.0\n", routed(), sdp(direction));
    }

    SippScript reinviteWithoutOffer() {
        return reinviteWith("");
    }

    private SippScript reinviteWith(String body) {
        sequence++;
        invitation = sequence;
        return repeat("INVITE [next_url] SIP/2.0\n", routed(), body);
    }

    // --- answers ---

    /// Answers the first INVITE without a body.
    SippScript answer(String status) {
        return answer(status, TAG, "");
    }

    SippScript answerWithSdp(String status) {
        return answer(status, TAG, sdp("sendrecv"));
    }

    /// Answers the first INVITE as the branch of a fork with this tag (RFC 3261 §12.1).
    SippScript answerForked(String status, String tag) {
        return answer(status, tag, sdp("sendrecv"));
    }

    /// Asks for credentials, and goes on only with an INVITE that proves them.
    SippScript challenge(String user, String password) {
        answerWith(
                "401 Unauthorized",
                "WWW-Authenticate: Digest realm=\"carrier\", nonce=\"abc123\", algorithm=MD5, qop=\"auth\"\n");
        expect("ACK");
        xml.receiveProven("INVITE", INVITE, user, password, PATIENCE);
        invitedLast = true;
        return this;
    }

    /// @param more further header lines, each ended
    SippScript answerWith(String status, String more) {
        xml.send(true, withBody(answerToInvite(status, TAG) + contact() + more, ""));
        return this;
    }

    private SippScript answer(String status, String tag, String body) {
        boolean last = status.charAt(0) != '1';
        xml.send(last, withBody(answerToInvite(status, tag) + contact(), body));
        return this;
    }

    private String answerToInvite(String status, String tag) {
        return invitedLast
                ? SippXml.answerToLast(status, tag) + "\n[last_Record-Route:]\n"
                : SippXml.answerTo(INVITE, status, tag) + "\n";
    }

    /// Answers the request received last.
    SippScript ok() {
        xml.send(false, withBody(SippXml.answerToLast("200 OK", "") + "\n", ""));
        return this;
    }

    SippScript okToCancel() {
        xml.send(false, withBody(SippXml.answerToLast("200 OK", TAG) + "\n", ""));
        return this;
    }

    /// Takes the offer of the re-INVITE received last.
    SippScript okWithSdp() {
        xml.send(true, withBody(SippXml.answerToLast("200 OK", "") + "\n" + contact(), sdp("sendrecv")));
        return this;
    }

    /// Keeps a request, to answer it later than what comes after it.
    SippScript keep(String method, String name) {
        invitedLast = false;
        xml.receive(method, name, PATIENCE);
        return this;
    }

    SippScript answerKept(String name, String status) {
        xml.send(status.charAt(0) > '2', withBody(SippXml.answerTo(name, status, "") + "\n" + contact(), ""));
        return this;
    }

    // --- waiting ---

    SippScript expect(String method) {
        return expect(method, PATIENCE);
    }

    SippScript expect(String method, Duration atMost) {
        invitedLast = false;
        xml.receive(method, atMost);
        return this;
    }

    SippScript expect(int status) {
        return expect(status, PATIENCE);
    }

    SippScript expect(int status, Duration atMost) {
        invitedLast = false;
        xml.receive(status, atMost);
        return this;
    }

    /// Fails unless the message matches this POSIX expression.
    SippScript expect(int status, String pattern) {
        invitedLast = false;
        xml.receive(status, PATIENCE, pattern);
        return this;
    }

    /// The 200 of a CANCEL and the 487 of the INVITE: two transactions, which a proxy on the way may turn round.
    SippScript expectCancelled() {
        invitedLast = false;
        xml.receiveBoth(200, 487, PATIENCE);
        return this;
    }

    /// Lets these pass while waiting for the next one.
    SippScript passing(int... provisional) {
        for (int status : provisional) {
            xml.receiveIfAny(status);
        }
        return this;
    }

    SippScript rings() {
        return passing(100).expect(180);
    }

    SippScript answered() {
        return passing(100, 180, 183).expect(200, Duration.ofSeconds(30)).ack();
    }

    SippScript pause(Duration length) {
        xml.pause(length);
        return this;
    }

    /// Answers what the server repeats, for a while after the end.
    SippScript linger() {
        xml.linger(Duration.ofSeconds(4));
        return this;
    }

    String document(String name) {
        return xml.document(name);
    }

    // --- the text of messages ---

    private static String server() {
        return "<sip:[service]@[remote_ip]:[remote_port]>";
    }

    private static String requestLine(String method) {
        return method + " sip:[service]@[remote_ip]:[remote_port] SIP/2.0\n";
    }

    private String party() {
        return calling ? "To: " + server() + "[peer_tag_param]" : "To: [$iFrom]";
    }

    /// In the dialog: also the route that the answer or the INVITE recorded (RFC 3261 §12.2.1.1).
    private String routed() {
        return "[routes]\n" + party();
    }

    private String contact() {
        return "Contact: <sip:" + (calling ? "[caller]" : "branch") + "@[local_ip]:[door]>\n";
    }

    private String head(String method, int number, int branch, String to) {
        String from = calling ? "<sip:[caller]@[local_ip]:[local_port]>" : "[$iTo]";
        return String.join(
                        "\n",
                        "Via: SIP/2.0/[transport] [local_ip]:[local_port];branch=z9hG4bK-[pid]-[call_number]-" + branch
                                + ";rport",
                        "From: " + from + ";tag=" + TAG,
                        to,
                        "Call-ID: [call_id]",
                        "CSeq: " + number + " " + method,
                        "Max-Forwards: 70")
                + "\n"
                + contact();
    }

    private static String withBody(String head, String body) {
        String type = body.isEmpty() ? "" : "Content-Type: application/sdp\n";
        return head + type + "Content-Length: [len]\n\n" + body;
    }

    private static String sdp(String direction) {
        return String.join(
                "\n",
                "v=0",
                "o=- 1 1 IN IP4 [local_ip]",
                "s=-",
                "c=IN IP4 [local_ip]",
                "t=0 0",
                "m=audio [media] RTP/AVP 8 101",
                "a=rtpmap:8 PCMA/8000",
                "a=rtpmap:101 telephone-event/8000",
                "a=fmtp:101 0-15",
                "a=ptime:20",
                "a=" + direction);
    }
}
