package org.hotline400.sip.internal.wire;

/// How long a message in a byte stream is.
public final class MessageLength {

    private MessageLength() {}

    /// Where the body begins: behind the first empty line at or after `from`; -1 when there is none yet.
    public static int headEnd(byte[] bytes, int from, int count) {
        for (int i = Math.max(from, 1); i < count; i++) {
            if (bytes[i] == '\n'
                    && (bytes[i - 1] == '\n' || (i >= 2 && bytes[i - 1] == '\r' && bytes[i - 2] == '\n'))) {
                return i + 1;
            }
        }
        return -1;
    }

    /// The Content-Length of the message that begins at `first` and whose headers end at `headEnd`: 0 when absent (a
    /// stream has no other end), negative when unusable.
    public static long contentLength(byte[] bytes, int first, int headEnd) {
        long length = -1;
        for (int start = first; start < headEnd; ) {
            int end = fieldEnd(bytes, start, headEnd);
            int colon = start;
            while (colon < end && bytes[colon] != ':') {
                colon++;
            }
            int nameEnd = colon;
            while (nameEnd > start && Ascii.isBlank(bytes[nameEnd - 1])) {
                nameEnd--;
            }
            if (colon < end && nameEnd > start && HeaderId.of(bytes, start, nameEnd) == HeaderId.CONTENT_LENGTH) {
                long one = number(bytes, colon + 1, end);
                if (one < 0 || (length >= 0 && length != one)) {
                    return -2;
                }
                length = one;
            }
            start = end + 1;
        }
        return Math.max(length, 0);
    }

    /// The line feed that ends the header field at `start`, the lines folded onto it taken in.
    private static int fieldEnd(byte[] bytes, int start, int headEnd) {
        int end = start;
        while (end < headEnd && (bytes[end] != '\n' || (end + 1 < headEnd && Ascii.isBlank(bytes[end + 1])))) {
            end++;
        }
        return end;
    }

    private static long number(byte[] bytes, int from, int to) {
        int start = from;
        while (start < to && Ascii.isBlankOrBreak(bytes[start])) {
            start++;
        }
        int end = to;
        while (end > start && Ascii.isBlankOrBreak(bytes[end - 1])) {
            end--;
        }
        return MessageParser.number(bytes, start, end);
    }
}
