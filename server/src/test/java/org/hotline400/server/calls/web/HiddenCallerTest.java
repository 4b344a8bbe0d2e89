package org.hotline400.server.calls.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotline400.server.calls.CallRecord;
import org.hotline400.server.calls.Ladders;
import org.hotline400.server.calls.internal.SampleCalls;
import org.hotline400.server.kernel.CallerNumber;
import org.hotline400.server.kernel.TenantId;
import org.junit.jupiter.api.Test;

class HiddenCallerTest {
    private static final String INVITE = """
            INVITE sip:4008888888@192.0.2.1 SIP/2.0
            Via: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK1
            f: "Li 13812345678" <sip:13812345678@192.0.2.9;user=phone>;tag=abc
            To: <sip:4008888888@192.0.2.1>
            Contact: Li <sip:u13812345678x@192.0.2.9:5060>
            P-Asserted-Identity: <sip:+8613812345678@192.0.2.9>,
             <tel:+8613812345678;phone-context=x>
            Remote-Party-ID: "Li" <sip:13812345678@192.0.2.9>;party=calling
            Privacy: %s
            Content-Type: application/sdp

            v=0
            o=13812345678 1 1 IN IP4 192.0.2.9
            """.replace("\n", "\r\n");
    private static final String BYE = """
            BYE sip:u13812345678x@192.0.2.9:5060 SIP/2.0
            From: <sip:4008888888@192.0.2.1>;tag=xyz
            To: "Li" <sip:13812345678@192.0.2.9>;tag=abc

            """.replace("\n", "\r\n");
    private static final String LEG = """
            INVITE sip:13800138001@192.0.2.20 SIP/2.0
            From: <sip:4008888888@192.0.2.1>;tag=leg
            To: <sip:13800138001@192.0.2.20>
            X-Caller: 13812345678

            """.replace("\n", "\r\n");

    @Test
    void aCallerWhoAskedForPrivacyIsNamedNowhere() {
        var shown = shown(called(CallerNumber.of("anonymous", "")), "user;id");

        assertThat(shown)
                .hasSize(3)
                .allSatisfy(
                        text -> assertThat(text).doesNotContain("13812345678").doesNotContain("Li"));
        assertThat(shown.get(0))
                .startsWith(
                        "INVITE sip:4008888888@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP 192.0.2.9:5060;branch=z9hG4bK1\r\n")
                .contains("f: <sip:anonymous@192.0.2.9;user=phone>;tag=abc\r\n")
                .contains("To: <sip:4008888888@192.0.2.1>\r\n")
                .contains("P-Asserted-Identity: <sip:anonymous@192.0.2.9>, <tel:anonymous>\r\n")
                .endsWith("application/sdp\r\n\r\nv=0\r\no=anonymous 1 1 IN IP4 192.0.2.9\r\n");
        assertThat(shown.get(1)).startsWith("BYE sip:anonymous@192.0.2.9:5060 SIP/2.0\r\n");
        assertThat(shown.get(2)).isEqualTo(LEG.replace("13812345678", "anonymous"));
    }

    @Test
    void privacyIsReadFromTheSignallingToo() {
        var shown = shown(called(CallerNumber.of("13812345678", "")), "id");

        assertThat(shown).noneMatch(text -> text.contains("13812345678"));
    }

    @Test
    void aWithheldCallerIsHiddenWithoutTheHeader() {
        var shown = shown(called(CallerNumber.of("", "")), "none");

        assertThat(shown).noneMatch(text -> text.contains("13812345678"));
    }

    @Test
    void whoShowsTheNumberIsShown() {
        var shown = shown(called(CallerNumber.of("13812345678", "")), "none");

        assertThat(shown).containsExactly(INVITE.formatted("none"), BYE, LEG);
    }

    private static List<String> shown(CallRecord call, String privacy) {
        var messages = List.of(
                new Ladders.Message(
                        SampleCalls.START, "caller@example", false, "192.0.2.9:5060", INVITE.formatted(privacy)),
                new Ladders.Message(SampleCalls.START, "caller@example", true, "192.0.2.9:5060", BYE),
                new Ladders.Message(SampleCalls.START, "leg@example", true, "192.0.2.20:5060", LEG));
        return HiddenCaller.from(call, messages).stream()
                .map(Ladders.Message::text)
                .toList();
    }

    private static CallRecord called(CallerNumber caller) {
        var call = SampleCalls.ended(TenantId.OPERATOR);
        return new CallRecord(
                call.id(),
                call.tenant(),
                call.number(),
                caller,
                call.plan(),
                call.times(),
                call.steps(),
                call.attempts(),
                call.end(),
                call.route(),
                call.quality());
    }
}
