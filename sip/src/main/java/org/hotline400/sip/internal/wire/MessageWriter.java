package org.hotline400.sip.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.hotline400.sip.SipBody;
import org.hotline400.sip.SipHeader;
import org.jspecify.annotations.Nullable;

/// Writes one message, straight into bytes. A line break inside a value becomes a blank: nobody can smuggle in a
/// header.
public final class MessageWriter {

    private static final int USUAL = 1024;
    private static final String END_OF_LINE = "\r\n";

    private byte[] out = new byte[USUAL];
    private int length;

    private MessageWriter() {}

    public static MessageWriter request(String method, String uri) {
        var writer = new MessageWriter();
        writer.safe(method);
        writer.raw(" ");
        writer.safe(uri);
        writer.raw(" SIP/2.0");
        return writer;
    }

    public static MessageWriter response(int status, String phrase) {
        var writer = new MessageWriter();
        writer.raw("SIP/2.0 ");
        writer.raw(Integer.toString(status));
        writer.raw(" ");
        writer.safe(phrase);
        return writer;
    }

    public MessageWriter header(HeaderId id, String value) {
        return header(id.wireName(), value);
    }

    public MessageWriter header(String name, String value) {
        raw(END_OF_LINE);
        raw(name);
        raw(": ");
        safe(value);
        return this;
    }

    public MessageWriter headers(HeaderId id, List<String> values) {
        for (String value : values) {
            header(id, value);
        }
        return this;
    }

    public MessageWriter headers(List<SipHeader> headers) {
        for (SipHeader header : headers) {
            header(header.name(), header.value());
        }
        return this;
    }

    public byte[] finish(@Nullable SipBody body) {
        if (body == null) {
            raw("\r\nContent-Length: 0\r\n\r\n");
            return Arrays.copyOf(out, length);
        }
        byte[] text = body.text().getBytes(StandardCharsets.UTF_8);
        header(HeaderId.CONTENT_TYPE, body.contentType());
        raw("\r\nContent-Length: ");
        raw(Integer.toString(text.length));
        raw("\r\n\r\n");
        makeRoom(text.length);
        System.arraycopy(text, 0, out, length, text.length);
        return Arrays.copyOf(out, length + text.length);
    }

    private void raw(String text) {
        write(text, false);
    }

    private void safe(String text) {
        write(text, true);
    }

    private void write(String text, boolean oneLine) {
        makeRoom(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= 0x80) {
                writeUnicode(text.substring(i), oneLine);
                return;
            }
            out[length++] = (byte) (oneLine && (c == '\r' || c == '\n') ? ' ' : c);
        }
    }

    private void writeUnicode(String text, boolean oneLine) {
        String line = oneLine ? text.replace('\r', ' ').replace('\n', ' ') : text;
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        makeRoom(bytes.length);
        System.arraycopy(bytes, 0, out, length, bytes.length);
        length += bytes.length;
    }

    private void makeRoom(int more) {
        if (length + more > out.length) {
            out = Arrays.copyOf(out, Math.max(out.length * 2, length + more));
        }
    }
}
