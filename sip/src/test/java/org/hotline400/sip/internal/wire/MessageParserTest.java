package org.hotline400.sip.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.hotline400.sip.SipBody;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void aValueMayBeginOnTheNextLine() {
        var message = request("Call-ID:\n id@host\nSubject: \n\t\nContact:\n  <sip:a@b>,\n <sip:c@d>\nl:\n 0\n");
        assertThat(message.callId()).isEqualTo("id@host");
        assertThat(message.header("s")).contains("");
        assertThat(message.headers("m")).containsExactly("<sip:a@b>", "<sip:c@d>");
        assertThat(MessageLength.contentLength(message.bytes(), 0, message.bytes().length))
                .isZero();
    }

    /// A stream that two readers cut differently is a way to smuggle a message past one of them.
    @ParameterizedTest
    @CsvSource({
        "'Content-Length: 7', 7",
        "'l:\n 7', 7",
        "'L :\t\n\t7 \n ', 7",
        "'X: a\n l: 9\nl: 7', 7",
        "'l: 1\n 2', -2",
        "'l: 7\nl: 8', -2",
        "'l: -7', -2",
        "'l: 99999999999', -2",
        "'Subject: none', 0",
    })
    void aStreamIsCutWhereTheMessageSays(String lines, long length) {
        byte[] head = ("OPTIONS sip:a@b SIP/2.0\n" + lines + "\n\n")
                .replace("\n", "\r\n")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(MessageLength.contentLength(head, 0, head.length)).isEqualTo(length);
    }

    @Test
    void emptyListItemsAreNoValues() {
        var message = request("Supported: , 100rel,,\ttimer ,\nContact: ,<sip:a@b>\n");
        assertThat(message.headers("k")).containsExactly("100rel", "timer");
        assertThat(message.first(HeaderId.SUPPORTED)).isEqualTo("100rel");
        assertThat(message.first(HeaderId.CONTACT)).isEqualTo("<sip:a@b>");
    }

    /// A peer may fill a datagram with separators: reading it must stay linear, and must not use up the stack.
    @ParameterizedTest
    @ValueSource(strings = {",", "<,>", "\",\"", "<", "\"", "\\", ";", "<>,"})
    void aValueFullOfSeparatorsIsReadInTime(String separator) {
        var message = request("Contact: " + separator.repeat(60_000 / separator.length()) + "\n");
        assertTimeoutPreemptively(Duration.ofSeconds(2), () -> {
            assertThat(message.headers("Contact").size()).isLessThan(30_000);
            message.first(HeaderId.CONTACT);
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SIP/2.0/UDP a;branch=z9hG4bK1              | SIP/2.0/UDP a;branch=z9hG4bK1;received=127.0.0.1",
                "SIP/2.0/UDP 127.0.0.1;branch=z             | SIP/2.0/UDP 127.0.0.1;branch=z",
                "SIP/2.0/UDP 127.0.0.1;rport;branch=z       | SIP/2.0/UDP 127.0.0.1;branch=z;received=127.0.0.1;rport=7000",
                "SIP/2.0/UDP a;rport=1;x=\";rport\";branch=z | SIP/2.0/UDP a;x=\";rport\";branch=z;received=127.0.0.1;rport=7000",
                "SIP/2.0/UDP a;received=9.9.9.9             | SIP/2.0/UDP a;received=127.0.0.1",
                "SIP / 2.0 / UDP a ; RPORT = ;branch=z      | SIP / 2.0 / UDP a ;branch=z;received=127.0.0.1;rport=7000",
            })
    void aViaTellsWhereItsRequestReallyCameFrom(String written, String stamped) {
        var source = new InetSocketAddress(InetAddress.getLoopbackAddress(), 7000);
        assertThat(Via.parse(written).stamped(written, source)).isEqualTo(stamped);
    }

    @ParameterizedTest
    @CsvSource({
        "SIP/2.0/UDP [2001:db8::1]:5070;branch=z, UDP, [2001:db8::1], 5070",
        "SIP / 2.0 / tcp   host.example : 5061 ;branch=z, TCP, host.example, 5061",
        "SIP/2.0/WSS x.invalid, WSS, x.invalid, -1",
    })
    void aViaIsReadWithItsBlanks(String written, String transport, String host, int port) {
        var via = Via.parse(written);
        assertThat(via.transport()).isEqualTo(transport);
        assertThat(via.host()).isEqualTo(host);
        assertThat(via.port()).isEqualTo(port);
    }

    @ParameterizedTest
    @CsvSource({
        "'', no start line",
        "'hello', no start line",
        "'GET / HTTP/1.1\n\n', no SIP start line",
        "'INVITE sip:a@b SIP/3.0\n\n', Version Not Supported",
        "'INVITE sip:a@b  SIP/2.0\n\n', Malformed Request-URI",
        "'INVITE sip:a@b SIP/2.0\n Via: x\n\n', Folded Start Line",
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
