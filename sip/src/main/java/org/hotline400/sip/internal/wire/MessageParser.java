package org.hotline400.sip.internal.wire;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// Finds the header lines of one message in bytes (RFC 3261 §7). No regular expressions, no header objects: the
/// index says where a value stands, and [WireMessage] decodes it on demand. Used once.
public final class MessageParser {

    private static final int MOST_HEADERS = 512;
    private static final String VERSION = "SIP/2.0";

    private final byte[] bytes;
    private final int end;
    private final HeaderIndex index = new HeaderIndex();
    private int at;
    private String why = "";

    private MessageParser(byte[] bytes, int end) {
        this.bytes = bytes;
        this.end = end;
    }

    /// Reads one whole message. What follows the Content-Length is cut off (RFC 3261 §18.3).
    public static Parsed parse(byte[] bytes) {
        return new MessageParser(bytes, bytes.length).message();
    }

    private Parsed message() {
        while (at < end && (bytes[at] == '\r' || bytes[at] == '\n')) {
            at++;
        }
        int lineStart = at;
        int lineEnd = lineEnd();
        if (lineEnd < 0) {
            return new Parsed.Malformed("no start line", Optional.empty());
        }
        String line = new String(bytes, lineStart, lineEnd - lineStart, StandardCharsets.UTF_8);
        boolean headersRead = headers();
        byte[] own = headersRead ? body() : bytes;
        if (line.startsWith(VERSION + " ")) {
            return response(own, line);
        }
        return request(own, line);
    }

    /// The end of the line that starts at `at` (without CR LF), moving `at` behind it; -1 at the end of the
    /// bytes.
    private int lineEnd() {
        for (int i = at; i < end; i++) {
            if (bytes[i] == '\n') {
                at = i + 1;
                return i > 0 && bytes[i - 1] == '\r' ? i - 1 : i;
            }
        }
        return -1;
    }

    private boolean headers() {
        while (true) {
            int start = at;
            int stop = lineEnd();
            if (stop < 0) {
                return fail("no empty line after the headers");
            }
            if (stop <= start) {
                return why.isEmpty();
            }
            if (Ascii.isBlank(bytes[start])) {
                if (index.count() == 0) {
                    fail("Folded Start Line");
                } else {
                    int first = afterBlanks(start, stop);
                    index.extendLast(first, trimEnd(first, stop));
                }
            } else {
                headerLine(start, stop);
            }
            if (index.count() > MOST_HEADERS) {
                return fail("more than " + MOST_HEADERS + " header lines");
            }
        }
    }

    private boolean fail(String reason) {
        if (why.isEmpty()) {
            why = reason;
        }
        return false;
    }

    private void headerLine(int start, int stop) {
        int nameEnd = start;
        while (nameEnd < stop && Ascii.isToken(bytes[nameEnd])) {
            nameEnd++;
        }
        int colon = nameEnd;
        while (colon < stop && Ascii.isBlank(bytes[colon])) {
            colon++;
        }
        if (nameEnd == start || colon == stop || bytes[colon] != ':') {
            fail("Malformed Header Line");
            return;
        }
        int valueStart = afterBlanks(colon + 1, stop);
        HeaderId id = HeaderId.of(bytes, start, nameEnd);
        index.add(id, start, nameEnd, valueStart, trimEnd(valueStart, stop));
    }

    private int afterBlanks(int from, int stop) {
        int first = from;
        while (first < stop && Ascii.isBlank(bytes[first])) {
            first++;
        }
        return first;
    }

    private int trimEnd(int valueStart, int stop) {
        int trimmed = stop;
        while (trimmed > valueStart && Ascii.isBlankOrBreak(bytes[trimmed - 1])) {
            trimmed--;
        }
        return trimmed;
    }

    /// The bytes of the message alone, cut by Content-Length.
    private byte[] body() {
        long length = contentLength(bytes, index);
        int rest = end - at;
        if (length == -1) {
            length = rest;
        }
        if (length < 0) {
            fail("Bad Content-Length");
            return bytes;
        }
        if (length > rest) {
            fail("Content-Length Exceeds the Message");
            return bytes;
        }
        int total = at + (int) length;
        return total == bytes.length ? bytes : Arrays.copyOf(bytes, total);
    }

    /// -1 when absent, -2 when it is no number or two lines differ.
    static long contentLength(byte[] bytes, HeaderIndex index) {
        long length = -1;
        for (int line = 0; line < index.count(); line++) {
            if (index.id(line) == HeaderId.CONTENT_LENGTH) {
                long one = number(bytes, index.valueStart(line), index.valueEnd(line));
                if (one < 0 || (length >= 0 && length != one)) {
                    return -2;
                }
                length = one;
            }
        }
        return length;
    }

    static long number(byte[] bytes, int start, int end) {
        if (end <= start || end - start > 10) {
            return -1;
        }
        long number = 0;
        for (int i = start; i < end; i++) {
            if (bytes[i] < '0' || bytes[i] > '9') {
                return -1;
            }
            number = number * 10 + bytes[i] - '0';
        }
        return number;
    }

    private Parsed response(byte[] own, String line) {
        int blank = line.indexOf(' ', VERSION.length() + 1);
        String code = line.substring(VERSION.length() + 1, blank < 0 ? line.length() : blank);
        if (!why.isEmpty() || code.length() != 3 || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Parsed.Malformed(why.isEmpty() ? "bad status code" : why, Optional.empty());
        }
        int status = Integer.parseInt(code);
        if (status < 100 || status > 699) {
            return new Parsed.Malformed("status code out of range", Optional.empty());
        }
        String phrase = blank < 0 ? "" : line.substring(blank + 1).strip();
        return new Parsed.Response(new WireResponse(own, index, Math.min(at, own.length), status, phrase));
    }

    private Parsed request(byte[] own, String line) {
        int first = line.indexOf(' ');
        int last = line.lastIndexOf(' ');
        if (first < 1 || !isToken(line.substring(0, first))) {
            return new Parsed.Malformed("no SIP start line", Optional.empty());
        }
        String method = line.substring(0, first);
        String version = line.substring(last + 1);
        String target = last > first ? line.substring(first + 1, last) : "";
        if (!version.regionMatches(true, 0, "SIP/", 0, 4)) {
            if (!line.contains(" SIP/2.0")) {
                return new Parsed.Malformed("no SIP start line", Optional.empty());
            }
            fail("Malformed Request Line");
        } else if (!version.equalsIgnoreCase(VERSION)) {
            fail("Version Not Supported");
        } else if (target.isEmpty() || target.indexOf(' ') >= 0 || target.indexOf('\t') >= 0) {
            fail("Malformed Request-URI");
        }
        var request = new WireRequest(own, index, Math.min(at, own.length), method, target);
        if (why.isEmpty()) {
            return new Parsed.Request(request);
        }
        return new Parsed.Malformed(why, Optional.of(request));
    }

    private static boolean isToken(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) > 127 || !Ascii.isToken((byte) text.charAt(i))) {
                return false;
            }
        }
        return true;
    }
}
