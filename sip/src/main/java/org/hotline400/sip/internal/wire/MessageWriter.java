package org.hotline400.sip.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.jspecify.annotations.Nullable;

/// Writes one message. A line break inside a value becomes a blank: nobody can smuggle in a header.
public final class MessageWriter {

    private final StringBuilder out = new StringBuilder(512);

    private MessageWriter() {}

    public static MessageWriter request(String method, String uri) {
        var writer = new MessageWriter();
        writer.safe(method + " " + uri + " SIP/2.0");
        return writer;
    }

    public static MessageWriter response(int status, String phrase) {
        var writer = new MessageWriter();
        writer.safe("SIP/2.0 " + status + " " + phrase);
        return writer;
    }

    public MessageWriter header(HeaderId id, String value) {
        return header(id.wireName(), value);
    }

    public MessageWriter header(String name, String value) {
        out.append("\r\n").append(name).append(": ");
        safe(value);
        return this;
    }

    public MessageWriter headers(HeaderId id, List<String> values) {
        values.forEach(value -> header(id, value));
        return this;
    }

    public MessageWriter headers(List<SipHeader> headers) {
        headers.forEach(header -> header(header.name(), header.value()));
        return this;
    }

    public byte[] finish(@Nullable SipBody body) {
        if (body == null) {
            return out.append("\r\nContent-Length: 0\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
        }
        byte[] text = body.text().getBytes(StandardCharsets.UTF_8);
        header(HeaderId.CONTENT_TYPE, body.contentType());
        out.append("\r\nContent-Length: ").append(text.length).append("\r\n\r\n");
        return out.append(body.text()).toString().getBytes(StandardCharsets.UTF_8);
    }

    private void safe(String text) {
        if (text.indexOf('\r') < 0 && text.indexOf('\n') < 0) {
            out.append(text);
        } else {
            out.append(text.replace('\r', ' ').replace('\n', ' '));
        }
    }
}
