package org.hotline400.sip.internal.transport;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.hotline400.sip.internal.wire.MessageLength;

/// Cuts a byte stream into messages by Content-Length (RFC 3261 §18.3).
final class Framing {

    private static final int LONGEST = 65_535;

    /// What the stream holds.
    interface Heard {
        void message(byte[] message);

        /// CRLF CRLF between messages: to be answered (RFC 5626 §3.5.1).
        void ping();

        /// A single CRLF: the answer to a ping of ours.
        void pong();
    }

    private byte[] held = new byte[1024];
    private int count;
    private int scanned;
    private int blank;

    /// Takes bytes and tells what they held.
    ///
    /// @return false when the stream cannot be read any further: a message without usable length, or too long
    boolean take(ByteBuffer bytes, Heard heard) {
        append(bytes);
        while (true) {
            skipKeepAlives(heard);
            int headEnd = MessageLength.headEnd(held, scanned, count);
            if (headEnd < 0) {
                scanned = Math.max(0, count - 3);
                return count < LONGEST;
            }
            long body = MessageLength.contentLength(held, headEnd);
            if (body < 0 || headEnd + body > LONGEST) {
                return false;
            }
            int total = headEnd + (int) body;
            if (count < total) {
                scanned = Math.max(0, headEnd - 4);
                return true;
            }
            byte[] message = Arrays.copyOf(held, total);
            drop(total);
            heard.message(message);
        }
    }

    private void append(ByteBuffer bytes) {
        int more = bytes.remaining();
        if (count + more > held.length) {
            held = Arrays.copyOf(held, Math.max(held.length * 2, count + more));
        }
        bytes.get(held, count, more);
        count += more;
    }

    private void drop(int bytes) {
        System.arraycopy(held, bytes, held, 0, count - bytes);
        count -= bytes;
        scanned = 0;
        if (count == 0 && held.length > 16_384) {
            held = new byte[1024];
        }
    }

    /// However many pings lie there, one answer does for all.
    private void skipKeepAlives(Heard heard) {
        int at = 0;
        boolean pinged = false;
        while (at < count && (held[at] == '\r' || held[at] == '\n')) {
            at++;
            if (++blank == 4) {
                blank = 0;
                pinged = true;
            }
        }
        if (at > 0) {
            drop(at);
        }
        if (pinged) {
            heard.ping();
        } else if (at > 0 && blank == 2) {
            heard.pong();
        }
        if (count > 0) {
            blank = 0;
        }
    }
}
