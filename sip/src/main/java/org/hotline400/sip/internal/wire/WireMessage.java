package org.hotline400.sip.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotline400.sip.SipBody;
import org.jspecify.annotations.Nullable;

/// A message: its bytes and where things stand in them. Values are decoded when asked for.
public abstract sealed class WireMessage permits WireRequest, WireResponse {

    private final byte[] bytes;
    private final HeaderIndex index;
    private final int bodyStart;

    WireMessage(byte[] bytes, HeaderIndex index, int bodyStart) {
        this.bytes = bytes;
        this.index = index;
        this.bodyStart = bodyStart;
    }

    /// The message's own bytes: not to be changed.
    public byte[] bytes() {
        return bytes;
    }

    public Optional<String> header(String name) {
        HeaderId id = HeaderId.of(name);
        if (id != HeaderId.OTHER) {
            return Optional.ofNullable(first(id));
        }
        for (int line = 0; line < index.count(); line++) {
            if (named(line, name)) {
                return Optional.of(value(line));
            }
        }
        return Optional.empty();
    }

    public List<String> headers(String name) {
        HeaderId id = HeaderId.of(name);
        if (id != HeaderId.OTHER) {
            return all(id);
        }
        var values = new ArrayList<String>();
        for (int line = 0; line < index.count(); line++) {
            if (named(line, name)) {
                values.add(value(line));
            }
        }
        return values;
    }

    private boolean named(int line, String name) {
        return index.id(line) == HeaderId.OTHER
                && Ascii.equalsIgnoringCase(bytes, index.nameStart(line), index.nameEnd(line), name);
    }

    public Optional<SipBody> body() {
        if (bodyStart >= bytes.length) {
            return Optional.empty();
        }
        String type = first(HeaderId.CONTENT_TYPE);
        String text = new String(bytes, bodyStart, bytes.length - bodyStart, StandardCharsets.UTF_8);
        return Optional.of(new SipBody(type == null ? "application/octet-stream" : type, text));
    }

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    /// The first value of a header, null when absent.
    public @Nullable String first(HeaderId id) {
        int line = index.find(id);
        if (line < 0) {
            return null;
        }
        String value = value(line);
        if (!id.list()) {
            return value;
        }
        int start = 0;
        while (start < value.length() && (value.charAt(start) == ',' || Ascii.isBlank((byte) value.charAt(start)))) {
            start++;
        }
        int comma = listComma(value, start);
        return start == 0 && comma < 0
                ? value
                : value.substring(start, comma < 0 ? value.length() : comma).strip();
    }

    /// The first value of a header that has been checked to be there.
    public String need(HeaderId id) {
        String value = first(id);
        if (value == null) {
            throw new IllegalStateException(id.wireName() + " was checked to be there");
        }
        return value;
    }

    /// How many lines this header has.
    public int lines(HeaderId id) {
        int lines = 0;
        for (int line = 0; line < index.count(); line++) {
            if (index.id(line) == id) {
                lines++;
            }
        }
        return lines;
    }

    /// All values of a header, lists taken apart.
    public List<String> all(HeaderId id) {
        var values = new ArrayList<String>(4);
        for (int line = 0; line < index.count(); line++) {
            if (index.id(line) != id) {
                continue;
            }
            String value = value(line);
            if (id.list()) {
                splitInto(values, value);
            } else {
                values.add(value);
            }
        }
        return values;
    }

    private static void splitInto(List<String> values, String text) {
        for (int start = 0; start <= text.length(); ) {
            int comma = listComma(text, start);
            int end = comma < 0 ? text.length() : comma;
            String one = text.substring(start, end).strip();
            if (!one.isEmpty()) {
                values.add(one);
            }
            start = end + 1;
        }
    }

    /// The next comma that separates values: outside quotes and outside angle brackets; -1 when there is none. One
    /// pass and no recursion: a peer chooses the text.
    private static int listComma(String text, int from) {
        boolean quoted = false;
        boolean bracketed = false;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted) {
                if (c == '\\') {
                    i++;
                } else if (c == '"') {
                    quoted = false;
                }
            } else if (bracketed) {
                bracketed = c != '>';
            } else if (c == ',') {
                return i;
            } else {
                quoted = c == '"';
                bracketed = c == '<';
            }
        }
        return -1;
    }

    /// A line's value, unfolded.
    private String value(int line) {
        int start = index.valueStart(line);
        int end = index.valueEnd(line);
        String raw = new String(bytes, start, end - start, StandardCharsets.UTF_8);
        return raw.indexOf('\n') < 0 && raw.indexOf('\r') < 0 ? raw : unfolded(raw);
    }

    private static String unfolded(String raw) {
        var out = new StringBuilder(raw.length());
        boolean blank = false;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\r' || c == '\n') {
                blank = true;
            } else if (!blank || (c != ' ' && c != '\t')) {
                if (blank) {
                    out.append(' ');
                }
                out.append(c);
                blank = false;
            }
        }
        return out.toString();
    }
}
