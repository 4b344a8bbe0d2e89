package org.hotline400.sip.internal.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hotline400.sip.internal.wire.MessageLength;

/// Cuts a byte stream into messages by Content-Length (RFC 3261 §18.3). Its cost grows with the bytes that come, not
/// with how they are cut: what was taken is moved out of the way once for each read, and a head is read once.
final class Framing {

    private static final int LONGEST = 65_535;
    private static final int UNKNOWN = 0;
    private static final int UNUSABLE = -1;

    /// What the stream holds.
    interface Heard {
        void message(byte[] message);

        /// CRLF CRLF between messages: to be answered (RFC 5626 §3.5.1).
        void ping();

        /// A single CRLF: the answer to a ping of ours.
        void pong();

        /// Whether nothing more is wanted.
        boolean over();
    }

    private byte[] held = new byte[1024];
    private int start;
    private int end;
    private int scanned;
    private int length = UNKNOWN;
    private int blank;

    /// Takes bytes and tells what they held.
    ///
    /// @return false when the stream cannot be read any further: a message without usable length, or too long
    boolean take(ByteBuffer bytes, Heard heard) {
        append(bytes);
        boolean readable = cut(heard);
        compact();
        return readable;
    }

    private boolean cut(Heard heard) {
        while (!heard.over()) {
            if (length == UNKNOWN) {
                skipKeepAlives(heard);
                length = measured();
            }
            if (length == UNUSABLE) {
                return false;
            }
            if (length == UNKNOWN) {
                return end - start < LONGEST;
            }
            if (end - start < length) {
                return true;
            }
            byte[] message = Arrays.copyOfRange(held, start, start + length);
            drop(length);
            heard.message(message);
        }
        return true;
    }

    /// How long the message is that begins here; `UNKNOWN` while its head is not whole.
    private int measured() {
        int headEnd = MessageLength.headEnd(held, scanned, end);
        if (headEnd < 0) {
            scanned = Math.max(start, end - 3);
            return UNKNOWN;
        }
        long body = MessageLength.contentLength(held, start, headEnd);
        long whole = headEnd - start + body;
        return body < 0 || whole > LONGEST ? UNUSABLE : (int) whole;
    }

    private void append(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (end + more > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, end + more));
        }
        bytes.get(held, end, more);
        end += more;
    }

    private void drop(int bytes) {
        start += bytes;
        scanned = start;
        length = UNKNOWN;
    }

    private void compact() {
        if (start > 0) {
            System.arraycopy(held, start, held, 0, end - start);
            end -= start;
            scanned -= start;
            start = 0;
        }
        if (end == 0 && held.length > 16_384) {
            held = new byte[1024];
        }
    }

    /// However many pings lie there, one answer does for all.
    private void skipKeepAlives(Heard heard) {
        int at = start;
        boolean pinged = false;
        while (at < end && (held[at] == '\r' || held[at] == '\n')) {
            at++;
            if (++blank == 4) {
                blank = 0;
                pinged = true;
            }
        }
        boolean skipped = at > start;
        if (skipped) {
            drop(at - start);
        }
        if (pinged) {
            heard.ping();
        } else if (skipped && blank == 2) {
            heard.pong();
        }
        if (start < end) {
            blank = 0;
        }
    }
}
