package org.hotline400.sip.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import gov.nist.javax.sip.header.Via;
import gov.nist.javax.sip.message.SIPMessage;
import gov.nist.javax.sip.message.SIPRequest;
import gov.nist.javax.sip.message.SIPResponse;
import gov.nist.javax.sip.parser.StringMsgParser;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javax.sip.address.Address;
import javax.sip.address.SipURI;
import javax.sip.address.TelURL;
import javax.sip.address.URI;
import javax.sip.header.HeaderAddress;
import javax.sip.header.Parameters;
import org.hotline400.sip.NameAddress;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipUri;
import org.junit.jupiter.api.Test;

/// Reads valid messages with our parser and with JAIN-SIP, the reference implementation of the field, and
/// compares them field by field.
class JainAgreementTest {

    private static final long SEED = 20_261_126;
    private static final int MESSAGES = 3_000;

    @Test
    void validMessagesAreReadAlike() throws Exception {
        var maker = new MessageMaker(SEED);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] bytes = maker.message();
            var text = new String(bytes, StandardCharsets.UTF_8);
            try {
                compare(ours(bytes), jain(bytes));
            } catch (AssertionError | Exception e) {
                throw new AssertionError("seed " + SEED + ", message " + i + ":\n" + text + "\n" + e.getMessage(), e);
            }
        }
    }

    @Test
    void whatWeWriteIsReadByJainAsItWasMeant() throws Exception {
        var maker = new MessageMaker(SEED + 1);
        for (int i = 0; i < MESSAGES / 5; i++) {
            WireMessage read = ours(maker.message());
            byte[] written = writtenAnew(read);
            try {
                compare(ours(written), jain(written));
                for (String name : MessageMaker.ADDRESSES) {
                    assertThat(ours(written).headers(name).stream()
                                    .map(NameAddress::parse)
                                    .toList())
                            .isEqualTo(read.headers(name).stream()
                                    .map(NameAddress::parse)
                                    .toList());
                }
            } catch (AssertionError | Exception e) {
                var text = new String(written, StandardCharsets.UTF_8);
                throw new AssertionError(
                        "seed " + (SEED + 1) + ", message " + i + ":\n" + text + "\n" + e.getMessage(), e);
            }
        }
    }

    /// The same message as our writer writes it, addresses put together from their parts.
    private static byte[] writtenAnew(WireMessage message) {
        MessageWriter writer = switch (message) {
            case WireRequest request ->
                MessageWriter.request(request.method(), request.uri().toString());
            case WireResponse response -> MessageWriter.response(response.status(), response.phrase());
        };
        writer.headers(HeaderId.VIA, message.all(HeaderId.VIA))
                .header(
                        HeaderId.FROM,
                        NameAddress.parse(message.need(HeaderId.FROM)).toString())
                .header(
                        HeaderId.TO,
                        NameAddress.parse(message.need(HeaderId.TO)).toString())
                .header(HeaderId.CALL_ID, message.need(HeaderId.CALL_ID))
                .header(HeaderId.CSEQ, message.need(HeaderId.CSEQ))
                .header(HeaderId.MAX_FORWARDS, message.need(HeaderId.MAX_FORWARDS));
        for (String name : MessageMaker.ADDRESSES) {
            message.headers(name)
                    .forEach(value ->
                            writer.header(name, NameAddress.parse(value).toString()));
        }
        MessageMaker.SINGLE
                .keySet()
                .forEach(name -> message.headers(name).forEach(value -> writer.header(name, value)));
        MessageMaker.LISTS.keySet().forEach(name -> message.headers(name).forEach(value -> writer.header(name, value)));
        return writer.finish(message.body().isPresent() ? SipBody.sdp("v=0\r\ns=热线\r\n") : null);
    }

    private static WireMessage ours(byte[] bytes) {
        return switch (MessageParser.parse(bytes)) {
            case Parsed.Request parsed -> parsed.request();
            case Parsed.Response parsed -> parsed.response();
            case Parsed.Malformed malformed -> throw new AssertionError("we call it malformed: " + malformed.why());
        };
    }

    private static SIPMessage jain(byte[] bytes) throws Exception {
        return new StringMsgParser().parseSIPMessage(bytes, true, true, null);
    }

    private static void compare(WireMessage ours, SIPMessage theirs) throws Exception {
        switch (ours) {
            case WireRequest request -> {
                var other = (SIPRequest) theirs;
                assertThat(request.method()).isEqualTo(other.getMethod());
                assertThat(parts(request.uri())).isEqualTo(parts(other.getRequestURI()));
            }
            case WireResponse response -> {
                var other = (SIPResponse) theirs;
                assertThat(response.status()).isEqualTo(other.getStatusCode());
                assertThat(response.phrase())
                        .isEqualTo(Optional.ofNullable(other.getReasonPhrase())
                                .orElse("")
                                .strip());
            }
        }
        vias(ours, theirs);
        assertThat(ours.need(HeaderId.CALL_ID)).isEqualTo(theirs.getCallId().getCallId());
        CSeq cseq = CSeq.parse(ours.need(HeaderId.CSEQ));
        assertThat(cseq.number()).isEqualTo(theirs.getCSeq().getSeqNumber());
        assertThat(cseq.method()).isEqualTo(theirs.getCSeq().getMethod());
        assertThat(Integer.parseInt(ours.need(HeaderId.MAX_FORWARDS)))
                .isEqualTo(theirs.getMaxForwards().getMaxForwards());
        assertThat(parts(NameAddress.parse(ours.need(HeaderId.FROM))))
                .isEqualTo(parts(theirs.getFrom().getAddress(), theirs.getFrom()));
        assertThat(parts(NameAddress.parse(ours.need(HeaderId.TO))))
                .isEqualTo(parts(theirs.getTo().getAddress(), theirs.getTo()));
        for (String name : MessageMaker.ADDRESSES) {
            addresses(name, ours, theirs);
        }
        MessageMaker.SINGLE.keySet().forEach(name -> values(name, ours, theirs));
        MessageMaker.LISTS.keySet().forEach(name -> values(name, ours, theirs));
        byte[] body = theirs.getRawContent();
        int length = body == null ? 0 : body.length;
        byte[] all = ours.bytes();
        assertThat(java.util.Arrays.copyOfRange(all, all.length - length, all.length))
                .isEqualTo(body == null ? new byte[0] : body);
        assertThat(ours.body().isPresent()).isEqualTo(length > 0);
    }

    private static void vias(WireMessage ours, SIPMessage theirs) {
        var mine = ours.all(HeaderId.VIA).stream()
                .map(org.hotline400.sip.internal.wire.Via::parse)
                .map(via -> via.transport() + " " + via.host().toLowerCase(Locale.ROOT) + " " + via.port() + " "
                        + new TreeMap<>(via.parameters()))
                .toList();
        var other = new ArrayList<String>();
        for (Via via : theirs.getViaHeaders()) {
            other.add(via.getTransport() + " " + via.getHost().toLowerCase(Locale.ROOT) + " " + via.getPort() + " "
                    + parameters(via));
        }
        assertThat(mine).isEqualTo(other);
    }

    private static void addresses(String name, WireMessage ours, SIPMessage theirs) {
        List<String> mine = ours.headers(name);
        var others = new ArrayList<Object>();
        theirs.getHeaders(name).forEachRemaining(others::add);
        if (others.stream().allMatch(HeaderAddress.class::isInstance)) {
            assertThat(mine.stream()
                            .map(NameAddress::parse)
                            .map(JainAgreementTest::parts)
                            .toList())
                    .isEqualTo(others.stream()
                            .map(h -> parts(((HeaderAddress) h).getAddress(), (Parameters) h))
                            .toList());
        } else {
            values(name, ours, theirs);
        }
    }

    /// Headers that JAIN does not take apart as we do: the same text but for blanks, as JAIN writes them anew.
    private static void values(String name, WireMessage ours, SIPMessage theirs) {
        var others = new ArrayList<String>();
        for (Iterator<?> all = theirs.getHeaders(name); all.hasNext(); ) {
            others.add(((gov.nist.javax.sip.header.SIPHeader) all.next()).getValue());
        }
        assertThat(plain(String.join(",", ours.headers(name)))).as(name).isEqualTo(plain(String.join(",", others)));
    }

    private static String plain(String text) {
        return text.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }

    private static String parts(NameAddress address) {
        return address.displayName() + " <" + parts(address.uri()) + "> " + new TreeMap<>(address.parameters());
    }

    private static String parts(Address address, Parameters parameters) {
        // JAIN leaves the backslashes of a quoted name where they are.
        String name = Optional.ofNullable(address.getDisplayName()).orElse("").replaceAll("\\\\(.)", "$1");
        return name + " <" + parts(address.getURI()) + "> " + parameters(parameters);
    }

    private static String parts(SipUri uri) {
        return uri.scheme() + " " + uri.user().orElse("") + " " + uri.host().toLowerCase(Locale.ROOT) + " " + uri.port()
                + " " + new TreeMap<>(uri.parameters());
    }

    private static String parts(URI uri) {
        if (uri instanceof TelURL tel) {
            return "tel " + (tel.isGlobal() ? "+" : "") + tel.getPhoneNumber() + "  -1 " + unescaped(parameters(tel));
        }
        var sip = (SipURI) uri;
        String user = Optional.ofNullable(sip.getUser())
                .map(JainAgreementTest::unescaped)
                .orElse("");
        return sip.getScheme() + " " + user + " " + sip.getHost().toLowerCase(Locale.ROOT) + " " + sip.getPort() + " "
                + unescaped(parameters(sip));
    }

    private static Map<String, String> parameters(Parameters parameters) {
        var all = new TreeMap<String, String>();
        for (Iterator<?> names = parameters.getParameterNames(); names.hasNext(); ) {
            String name = names.next().toString();
            String value = parameters.getParameter(name);
            all.put(name.toLowerCase(Locale.ROOT), value == null ? "" : value);
        }
        return all;
    }

    private static Map<String, String> unescaped(Map<String, String> parameters) {
        var all = new TreeMap<String, String>();
        parameters.forEach((name, value) -> all.put(unescaped(name).toLowerCase(Locale.ROOT), unescaped(value)));
        return all;
    }

    private static String unescaped(String text) {
        return java.net.URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    }
}
