package org.hotline400.sip.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.hotline400.sip.SipBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageParserTest {

    private static Parsed parse(String text) {
        return MessageParser.parse(
                text.replace("\r\n", "\n").replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private static WireRequest request(String headers) {
        return ((Parsed.Request) parse("INVITE sip:a@b SIP/2.0\n" + headers + "\n")).request();
    }

    @Test
    void aMessageIsReadAsItIsWritten() {
        var message = request("""
                Via: SIP/2.0/UDP a;branch=z9hG4bK1, SIP/2.0/TCP b
                v: SIP/2.0/UDP c
                SUBJECT :  folded
                  over two lines\t
                X-Own: first
                x-own: second
                i: id@host
                Content-Type: application/sdp
                Content-Length: 5

                v=0
                trailing bytes are not of the message
                """);
        assertThat(message.method()).isEqualTo("INVITE");
        assertThat(message.headers("v"))
                .containsExactly("SIP/2.0/UDP a;branch=z9hG4bK1", "SIP/2.0/TCP b", "SIP/2.0/UDP c");
        assertThat(message.header("Subject")).contains("folded over two lines");
        assertThat(message.header("s")).contains("folded over two lines");
        assertThat(message.headers("X-OWN")).containsExactly("first", "second");
        assertThat(message.callId()).isEqualTo("id@host");
        assertThat(message.body()).contains(new SipBody("application/sdp", "v=0\r\n"));
        assertThat(message.header("Absent")).isEmpty();
    }

    @Test
    void commasInQuotesAndBracketsDoNotSplit() {
        var message = request("Contact: \"a, \\\"b\" <sip:c,d@e;x=1,2>, <sip:f@g>;q=\"0,5\"\nDate: Sat, 1\n");
        assertThat(message.headers("Contact")).containsExactly("\"a, \\\"b\" <sip:c,d@e;x=1,2>", "<sip:f@g>;q=\"0,5\"");
        assertThat(message.first(HeaderId.CONTACT)).isEqualTo("\"a, \\\"b\" <sip:c,d@e;x=1,2>");
        assertThat(message.headers("Date")).containsExactly("Sat, 1");
    }

    @ParameterizedTest
    @CsvSource({
        "'', no start line",
        "'hello', no start line",
        "'GET / HTTP/1.1\n\n', no SIP start line",
        "'INVITE sip:a@b SIP/3.0\n\n', Version Not Supported",
        "'INVITE sip:a@b  SIP/2.0\n\n', Malformed Request-URI",
        "'INVITE sip:a@b SIP/2.0\nno colon\n\n', Malformed Header Line",
        "'INVITE sip:a@b SIP/2.0\nTo: x\n', no empty line after the headers",
        "'INVITE sip:a@b SIP/2.0\nl: 1\nl: 2\n\nabc', Bad Content-Length",
        "'INVITE sip:a@b SIP/2.0\nl: 9\n\nabc', Content-Length Exceeds the Message",
        "'SIP/2.0 42 x\n\n', bad status code",
        "'SIP/2.0 999 x\n\n', status code out of range",
    })
    void whatIsNoMessageIsSaidWhy(String text, String why) {
        assertThat(parse(text))
                .isInstanceOfSatisfying(
                        Parsed.Malformed.class,
                        malformed -> assertThat(malformed.why()).isEqualTo(why));
    }

    @Test
    void lineBreaksInValuesCannotSmuggleInAHeader() {
        byte[] bytes = MessageWriter.response(200, "OK\r\nEvil: 1")
                .header("A", "b\r\nEvil: 2")
                .finish(null);
        assertThat(((Parsed.Response) MessageParser.parse(bytes)).response().header("Evil"))
                .isEmpty();
    }
}
